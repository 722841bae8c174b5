"""Common given names: they tell a speaker's label ("Tim: …") from a topic's ("Raffle: …") where no list names anybody."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    (
        "aaron abby abigail adam adele adrian ahmed aidan aisha alan albert alec alessandro alex alexander alexandra alexis "
        "alfred ali alice alison allan allison amanda amber amelia amy ana anand andre andrea andreas andrew andy angela "
        "angus anita anna anne annie anthony antoine anton antonio arjun art arthur ashley asif audrey barbara barry beatrice "
        "ben benjamin bernard beth bethany bill billy bob bonnie brad bradley brenda brendan brent brett brian bridget bruce "
        "bryan caitlin callum calum cameron carl carla carlos carol caroline catherine cathy cecilia chad charles charlie "
        "charlotte cheryl chloe chris christian christina christine christoph christopher claire clare claudia clive colin "
        "connor craig cynthia daniel daniela danielle danny dave david dawn dean deborah debbie dennis derek diana diane "
        "diego dominic don donald donna doris dorothy doug douglas duncan dylan ed eddie edgar edward edwin eileen elaine "
        "eleanor elena elizabeth ella ellen emily emma eric erica erik erin ernest ethan eva evan evelyn ewan fatima felix "
        "fiona florian frances francesca francis francisco frank fraser fred frederick gabriel gareth gary gavin gemma "
        "geoff geoffrey george georgia gerald gerard gillian giles glen glenn gordon graeme graham grant greg gregory guillaume "
        "hamish hannah hans harold harriet harry hassan hazel heather hector heidi helen henry hilary holly howard hugh hugo "
        "iain ian ibrahim imran ingrid irene isaac isabel isabella ivan jack jackie jacob jacqueline jake james jamie jan jane "
        "janet janice jared jason jasmine javier jay jean jeff jeffrey jen jennifer jenny jeremy jessica jill jim jimmy jo joan "
        "joanna joanne joe joel johannes john johnny jon jonathan jordan jorge jose joseph josh joshua joyce juan judith judy "
        "julia julian julie juliet justin kai karen karl kate katharine katherine kathleen kathryn kathy katie kay keith kelly "
        "ken kenneth kerry kevin kieran kim kirsty kristen kurt kyle lars laura lauren laurence leah lee len leo leon leonard "
        "leslie lewis liam lily linda lindsay lindsey lisa liz lorna lorraine louis louise luca lucas lucy luis luke lynn lynne "
        "madeleine maggie malcolm marc marco marcus margaret maria marie mario marion marjorie mark markus martha martin martyn "
        "mary mathew matt matthew maureen max megan melanie melissa michael michel michelle miguel mike milan miles mohammed "
        "moira monica morag morgan muhammad murray nadia nancy natalie natasha neil nicholas nick nicola nicole nigel nina "
        "noah noel nora norman olga oliver olivia omar oscar owen pamela pat patricia patrick paul paula pauline pedro peggy "
        "penny pete peter phil philip phillip pierre polly priya rachel raj ralph raymond rebecca richard rick rob robert "
        "roberta robin rod roger roland ron ronald rory rosemary ross roy russell ruth ryan sally sam samantha samuel sandra "
        "sanjay sara sarah scott sean sebastian shane shannon sharon sheila shirley simon sofia sonia sophia sophie stefan "
        "stella stephanie stephen steve steven stewart stuart sue susan suzanne sylvia tara ted teresa terence terry theresa "
        "thomas tim timothy tina toby todd tom tomas tony tracey tracy trevor ursula valerie vanessa vera veronica vicky victor "
        "victoria vincent vivian walter warren wayne wendy wilfred will william willie yasmin yusuf yvonne zoe"
    ).split()
)
