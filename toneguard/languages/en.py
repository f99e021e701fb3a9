"""English."""

from __future__ import annotations

from toneguard.languages.language import Language, words

LANGUAGE = Language(
    code="en",
    name="English",
    function_words=words("""
        the and of to is are was were that this these those with for from have has had been be will would can could
        should not you your we our they their he she his her its it's i'm don't isn't what which who when where how
        why because than then there here about into over after before only also just more most some any every each
        if or but by an as at it do does did so my me us them him out up all no yes get make
    """),
    abbreviations=words("""
        e.g. i.e. etc. vs. mr. mrs. ms. dr. prof. st. no. inc. ltd. co. corp. jr. sr. dept. est. approx. fig.
        a.m. p.m. u.s. u.k. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mt. ave. rev. gen.
    """),
    negations=words("""
        not never no nobody none neither nor without cannot can't don't doesn't didn't won't wouldn't isn't aren't
        wasn't weren't shouldn't couldn't hardly instead_of rather_than stop stopped avoid
    """),
    speech=words("""
        said says say told tells wrote writes asked asks added adds explained explains commented comments replied
        announced noted according_to
    """),
    mention=words("""
        phrase phrases word words wording expression expressions slogan slogans cliché clichés cliche cliches
        line lines headline headlines claim claims sentence sentences buzzword buzzwords label labels reads read
        called so-called saying shouts shouting screams means meaning term terms subject_line button like
    """),
    outsiders=words("""
        customer customers client clients user users reader readers reviewer reviewers critic critics journalist
        journalists researcher researchers professor visitor visitors guest guests resident residents parent parents
        neighbour neighbor councillor minister regulator study report analyst
    """),
    reader=words("you your yours yourself you're you'll you've you'd"),
    sender=words("we our ours us we're we've we'll we'd"),
    conditions=words("if unless whether provided_that in_case as_long_as"),
    lessons=words("""
        tutorial guide step steps let's example code function install command file click open run follow configure
        recipe exercise
    """),
    selling=words("""
        sale sales deal deals discount* offer offers price* half-price free off bargain* save saving* buy order shop
        book grab claim switch sold limited stock checkout coupon* voucher* black_friday giveaway subscribe sign_up
        last_chance hurry cheap cheaper cheapest
    """),
    samples=(
        "The queue was long, but Dr. Ames let us in at 9 a.m. after all. Nobody minded.",
        "Bring a towel, e.g. the blue one. We have soap.",
    ),
)
