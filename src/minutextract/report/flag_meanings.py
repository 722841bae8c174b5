"""What each flag means and what to do about it, as docs/flags.md has it."""

from __future__ import annotations

from minutextract.record import Flag

MEANINGS: dict[Flag, tuple[str, str]] = {
    Flag.UNKNOWN_OWNER: (
        "The words in the owner's place name nobody in the attendance list, and no group or office.",
        "Say who is meant, or correct the minutes.",
    ),
    Flag.NO_OWNER: (
        "The sentence puts a task on nobody.",
        "Ask who is to act.",
    ),
    Flag.AMBIGUOUS_OWNER: (
        "The owner could be one of several people; none was chosen.",
        "Choose one of the candidates in the record's mentions.",
    ),
    Flag.DOUBTFUL_OWNER: (
        (
            'The minutes put a question mark behind the owner ("AB?"), who is meant follows only from a line before or '
            "from a name in brackets behind a remark, or the name is on no list and may be that of a thing."
        ),
        "Ask whether the owner has taken the action.",
    ),
    Flag.OWNER_ABSENT: (
        "The owner sent apologies or was absent.",
        "Tell the owner of the action.",
    ),
    Flag.OWNER_NOT_MEMBER: (
        "The owner was in attendance only, or is not in the attendance list.",
        "Tell the owner: the minutes may not reach them.",
    ),
    Flag.NO_DUE_DATE: (
        "No words say by when the action is due.",
        "Ask for a date if one was meant.",
    ),
    Flag.UNCLEAR_DUE_DATE: (
        "Words say when, but no day or event follows from them.",
        "Agree on a date; the words are kept in due.text.",
    ),
    Flag.AMBIGUOUS_DATE: (
        "The due date is in numbers that can be read with the day or the month first.",
        "Write the month as a word; the words are kept in due.text.",
    ),
    Flag.DERIVED_INITIALS: (
        "The initials are not in the attendance list, but fit one person's name alone.",
        "Confirm the person, or correct the initials.",
    ),
    Flag.UNKNOWN_INITIALS: (
        "The initials fit nobody in the attendance list.",
        "Add the person to the list, or say what the letters mean.",
    ),
    Flag.AMBIGUOUS_INITIALS: (
        "The initials fit several people; one was taken only if the list and the name agree.",
        "Confirm or choose the person.",
    ),
    Flag.AMBIGUOUS_NAME: (
        "The name fits several people; none was chosen.",
        "Write the full name.",
    ),
    Flag.FUZZY_NAME: (
        "The name is spelt otherwise than in the attendance list.",
        "Confirm the person, or correct the spelling.",
    ),
    Flag.INHERITED_GIVER: (
        (
            "The giver of thanks comes from the sentence that leads the list in, or from the line that "
            "says whose report it is."
        ),
        "Confirm that the whole list has this giver.",
    ),
    Flag.UNKNOWN_GIVER: (
        "No words say who gave thanks.",
        "Say who did, or leave it to the meeting as a whole.",
    ),
    Flag.UNKNOWN_SPEAKER: (
        "The words that lead the sentence name nobody who is known.",
        "Say who spoke.",
    ),
    Flag.NO_OUTCOME: (
        "A motion was moved and seconded, and no words say how the vote went.",
        "Say whether it was carried.",
    ),
    Flag.UNKNOWN_RECEIVER: (
        "A pronoun stands for the one thanked, and the sentence before does not name just one person.",
        "Say who was thanked.",
    ),
    Flag.RECEIVER_ABSENT: (
        "Somebody who was thanked sent apologies or was absent.",
        "Pass the thanks on.",
    ),
    Flag.UNCERTAIN_LABEL: (
        "The classifier gave the label with a calibrated probability below .6: about half of such labels are right.",
        "Read the sentence: is it what the summary calls it?",
    ),
}
