"""Words that name nobody, everybody or many, and things in capitals that own no task."""

from __future__ import annotations

from minutextract.people.vocabulary import GROUP_WORDS

NO_OWNER = frozenset(
    "he she it they we i you who which this that there these those to is was be for on at in as please "
    "asks urges encourages invites reminds requests instructs tells told wants lets allows gets".split()
)
OPEN = frozenset({"?", "??", "???", "TBC", "TBA", "TBD"})
# A task's first word in front of a name: the name is no owner but whom the task is about ("Email Tom to …").
IMPERATIVES = frozenset(
    (
        "add advise appoint arrange ask book call change chase check confirm contact create discuss draft "
        "email employ encourage engage enlist ensure find finish follow get give help hire inform instruct invite let "
        "mail make meet message move nominate notify organise organize ping prepare push put recruit remind remove "
        "request retain review see send set share speak take talk tell text thank try update use write "
        "allocate approach assign attend consult convert involve migrate phone reassign replace restrict schedule "
        "start stop subscribe switch transfer upgrade visit"
    ).split()
)
# Words for everybody of the meeting.
NOBODY_IN_PARTICULAR = frozenset(
    {"all", "everyone", "everybody", "all members", "members", "participants", "the participants"}
)
# Many who act together and whom an attendance list would not name.
CROWD = GROUP_WORDS | frozenset(
    (
        "teams groups clubs countries schools societies companies organisations organizations communities projects "
        "households families parishes councils committees departments states regions users owners leaders players "
        "captains supervisors commissioners selectmen aldermen wardens volunteers organisers organizers maintainers "
        "developers editors coordinators sysadmins admins"
    ).split()
)
# Capitals for what is worked on, which does nothing itself: "PR to add the tests".
THINGS = frozenset(
    "PR MR PDF API URL FAQ CSV XML HTML SQL SDK SSL DNS GPU CPU CI CD UI UX JSON RFC ID "
    # Countries, and marks of a task or note
    "USA US UK EU UAE NZ TODO NB FYI ETA NOTE NOTES UPDATE UPDATES IDEA QUESTION DECISION INFO REMINDER".split()
)
