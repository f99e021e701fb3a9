"""English."""

from __future__ import annotations

from toneguard.languages.language import Language, words

LANGUAGE = Language(
    code="en",
    name="English",
    function_words=words("""
        the and of to is are was were that this these those with for from have has had having been being be
        will would can could should shall may might must not you your yours we our ours they their theirs he
        she him his her hers its it it's i'm i've i'll you're you've you'll we're we've we'll they're isn't
        aren't wasn't weren't don't doesn't didn't can't cannot couldn't won't wouldn't shouldn't haven't
        hasn't that's there's here's what's let's who's what which who whom whose when where how why because
        than then there here about into over after before only also just more most some any every each if or
        but by an as at do does did done doing so my me us them out up all no yes get gets getting got make
        makes making made very much many few other another such same own too through between without within
        during while until since against both either neither nor first last next now never always often ever
        still again even back down off away well enough almost already instead although though however
        therefore whether yet upon onto across behind below above under around along among toward towards per
        less least several something anything nothing everything someone anyone everyone nobody one two three
        four five six seven eight nine ten hundred thousand see look read know knows knew known want wants
        wanted need needs needed take takes taking took taken give gives gave given come comes came go goes
        going went gone use uses used using like find finds found think thought say says said tell told ask
        asked keep kept let put seem feel felt try tried become became show shows shown learn learned called
        help helps helped helping work works worked working people time times day days week weeks month months
        year years today way ways thing things good better great new old big small long short high low little
        free buy open once please thanks yourself yourselves themselves itself myself really maybe perhaps
        later earlier soon tonight tomorrow yesterday nearly ago second third half eleven twelve twenty thirty
        monday tuesday wednesday thursday friday saturday sunday ones else lot lots whole side he'd she's
        it'll who've what're rather quite am leave leaves left bring brings brought buys bought build builds
        built start starts started stop stops stopped keeps run runs call calls change changes mean means
        meant place house home hand head money hour hours morning night world name number question questions
        answer answers customers company companies business a on in set end including available based
        following possible different example full top longer easier best fast man sit mine bag dog tag sin
        fire lad hit bare tar hem hen tog store till door met van plus ship fall art bad hat together likely
        others easy
    """),
    common=(
        "a and for in is it of on that the this to with are be",
        "we you i your our have all an as at by can from has if my not one or will more new which but they what was s",
        """
            about so when how who after also any back because been before both build by change day do don t re
            ll ve each every example first get had here he her his into its just last let like make made may me
            most need no now only open other out over own people per s same see set she should since some such
            support take team than their them then there these through time today two type under up us use used
            using want way week well were where while work would year years
        """,
    ),
    abbreviations=words("""
        e.g. i.e. etc. vs. mr. mrs. ms. dr. prof. st. no. inc. ltd. co. corp. jr. sr. dept. est. approx. fig.
        a.m. p.m. u.s. u.k. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mt. ave. rev. gen.
    """),
    negations=words("""
        not never no nobody none neither nor without cannot can't don't doesn't didn't won't wouldn't isn't aren't
        wasn't weren't shouldn't couldn't hardly instead_of rather_than stop stopped avoid
    """),
    speech=words("""
        said says say told tells asked asks added adds explained explains commented comments replied
        announced noted according_to say saying
    """),
    mention=words("""
        phrase phrases word words wording expression expressions slogan slogans cliché clichés cliche cliches
        line lines headline headlines claim claims sentence sentences buzzword buzzwords label labels reads read
        called so-called saying shouts shouting screams means meaning term terms subject_line button like writes
        writing
        begins_with starts_with opens_with ends_with beginning_with starting_with cliche-ridden ban banned delete
        forbidden versions_of
        copy wrote tagline taglines banner banners quote quotes title titles caption captions signs banner banners
        sticker stickers poster posters wrote calls call
    """),
    outsiders=words("""
        customer customers client clients user users reader readers reviewer reviewers critic critics journalist
        journalists researcher researchers professor visitor visitors guest guests resident residents parent parents
        neighbour neighbor councillor minister regulator study report analyst patient patients passenger passengers
        pupil warden wardens ranger rangers coach fans villagers keeper
        pupils student students tenant tenants farmer farmers
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
        book grab claim switch sold limited checkout coupon* voucher* black_friday giveaway subscribe sign_up
        last_chance hurry cheap cheaper cheapest
    """),
    insiders=words("""
        ceo cto cfo coo cmo founder co-founder cofounder managing_director director chief_executive chief president
        vice-president head_of chairman chairwoman manager partner owner spokesperson spokeswoman spokesman
    """),
    author=words("i'm i've i'd i'll my mine myself"),
    sources=words("""
        according_to source sources study studies survey report research measured tested test_by certified audited
        statistics ranked ranking
    """),
    subjects={
        "engineering": words("""
            server servers database databases query queries cluster clusters deploy deployed deployment latency
            throughput code codebase repository compiler library libraries api apis log logs storage cache backend
            frontend software migrate migrated migration certificate certificates protocol implementation implemented
            architecture kubernetes release pipeline memory disk network networks traffic bug bugs pull_request
            pull_requests open_source data dataset algorithm test_suite benchmark benchmarks
        """),
        "apology": words("""
            sorry apology apologies apologise apologize apologised apologized outage outages downtime incident
            incidents postmortem post-mortem root_cause went_wrong our_mistake our_fault regret inconvenience
            rolled_back
            disruption compensation
        """),
        "safety": words("""
            recall recalled recalls danger dangerous hazard hazardous choke choking fire_risk poisonous allergen
            allergens injury injuries evacuate evacuation vulnerability vulnerabilities security_update
            security_updates security_fix security_fixes end_of_life end_of_support no_longer_supported
            stops_getting stop_getting stops_receiving stop_receiving deprecated patched exploit cve flood storm
            emergency emergencies 999 911 112 vaccine vaccination vaccinated contaminated phishing scam scams
            shuts_down switch_off switched_off removed_in unsupported gas_leak carbon_monoxide
            symptoms fever chest_pain ambulance gp stroke burn burns evacuated outbreak infected poisoning
            food_poisoning
        """),
        "mourning": words("""
            passed_away died dies death funeral wake hearse pallbearers tributes condolences in_memory_of
            in_memoriam obituary mourn mourns mourning grief
            grieve grieving bereaved memorial her_family his_family we_miss we_will_miss we_lost survived_by
        """),
        "charity": words("""
            charity charities donation donations donated donate raised_for fundraiser fundraising food_bank foodbank
            hospice refugees red_cross homeless shelter volunteers volunteer collection_tin gift_aid
            blood_donors blood_donor
        """),
        "hiring": words("""
            vacancy vacancies job_advert job_description we_are_hiring we're_hiring salary_range full-time part-time
            your_cv a_cv cover_letter closing_date applications_close apply_by application_deadline job_opening
            permanent_position fixed-term your_application send_your_cv job_title hourly_wage apprenticeship
            applicants shortlisted interviews interview_dates references
        """),
        "release-notes": words("""
            release_notes changelog what's_new_in what_is_new_in what_changed bug_fixes fixed breaking_changes
            known_issues upgrade_notes migration_guide
        """),
        "interface": words("""
            button buttons field fields menu menus tab tabs checkbox dropdown dialog toolbar screen setting settings
            endpoint parameter api webhook log_in login form_field
        """),
        "directions": words("""
            opening_hours open_daily closed_on_mondays open_from open_until opens_at closes_at is_open_on
            are_open_on weekdays weekday entrance
            parking car_park doors_open platform timetable bus_stop collection_point
        """),
    },
    relatives=words("who which"),
    contrasts=words("but it they we that"),
    news=r"\b(?:present|unveil|launch|introduc|announc|reveal|releas|open)(?:e|es|ing|s|ed)?\b",
    promises=words("""
        free refund refunds refunded money_back no_charge no_cost on_the_house half_price discount warranty delivered
        delivery
    """),
    story=(
        r"\b(?:(?:in|of|across) )?(?:the )?(?:UK|US|USA|Britain|England|Scotland|Wales|Ireland"
        r"|America|Europe|world|nation|country|state|region)(?:['’]s)?\b|"
        r"\b(?:(?:since|founded|established|started|began|back|from)(?: in| way back in)? (?:1[5-9]|20)\d\d"
        r"|in 1[5-9]\d\d|(?:for|after|over|through|with) (?:[\w-]+ ){0,4}(?:years|decades"
        r"|generations|centuries|century)"
        r"|[\w-]+ (?:years|times|decades) (?:in a row|running|of experience|of history|in the business)"
        r"|(?:[\w-]+ )(?:people|employees|colleagues|staff|generations) who)\b(?!['’]? (?:warranty|guarantee))"
    ),
    months=words("january february march april may june july august september october november december"),
    samples=(
        "The queue was long, but Dr. Ames let us in at 9 a.m. after all. Nobody minded.",
        "Bring a towel, e.g. the blue one. We have soap.",
    ),
)
