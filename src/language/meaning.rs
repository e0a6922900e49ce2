//! Meanings: what a word or a phrase of a pack can be to the reader of figures.

use super::zone::Zone;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// How firmly a writer states a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Hedge {
    /// As it stands.
    #[default]
    None,
    /// "exactly": to the last digit.
    Exactly,
    /// "about", "unos", "cerca de".
    About,
    /// "almost", "casi": a little less.
    Almost,
    /// "more than", "más de": more, and usually not much more.
    MoreThan,
    /// "at least", "al menos": this or more.
    AtLeast,
    /// "less than", "menos de".
    LessThan,
    /// "up to", "hasta": this or less.
    UpTo,
}

/// A stretch of the calendar that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Period {
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// What a word or a phrase can be to the reader of figures. One word has several: "segundo" is an ordinal and a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// A number below a thousand that adds up: "tres", "treinta", "quinientos".
    Cardinal(u32),
    /// A number in one word that is no whole number below a thousand: "zweitausenddreihundert", "anderthalb".
    Spelled(Decimal),
    /// One, where the same word is an article: "un", "una", "one".
    One,
    /// The article that says one before a scale and nothing else: "a", "an".
    Article,
    /// Multiplies what stands before it: "mil", "million", "hundred".
    Scale(Decimal),
    /// The same as letters glued to digits: "k", "bn".
    ScaleLetters(Decimal),
    /// Letters that are a scale beside money, and a unit elsewhere: "m".
    MoneyLetters(Decimal),
    /// Letters that are a scale before what is counted in plural, and a unit elsewhere: "1.2m people".
    CountLetters(Decimal),
    /// A scale that says one of it where nothing stands before it: "mil", "mille", "hundert".
    BareScale,
    /// Half of the scale or of the group behind it: "medio", "half".
    Half,
    /// A group with a number in it: "docena", "score".
    Collective(Decimal),
    /// A group in plural, which without a number before it says this or more: "miles", "dozens".
    Plenty(Decimal),
    /// An unsaid small number before a scale: "varios", "several".
    Several,
    /// A part of a whole: "tercio" is 3, "mitad" is 2.
    Fraction(u64),
    /// "parte", which makes fractions of ordinals: "la quinta parte".
    Part,
    /// "avos", which makes a denominator of the number before it: "um doze avos".
    Denominator,
    /// Stands between the part and the whole: "de cada", "in", "out of".
    OutOf,
    /// Stands between the two numbers of a fraction: "uno sobre tres".
    Over,
    /// Stands between what is counted and the whole: "un Français sur cinq", "one person in five".
    OutOfCounted,
    /// Before an ordinal, one of so many: "jeder fünfte".
    Every,
    /// A number of times, with its article where it needs one: "el doble", "twice".
    Multiple(Decimal),
    /// A place in an order: "tercera", "third".
    Ordinal(u64),
    /// What makes an ordinal of digits: "º", "th".
    OrdinalSuffix,
    /// Joins parts of one number: "y", "and".
    And,
    /// Adds a part behind a number, a scale or a unit: "y medio".
    Plus(Decimal),
    /// Stands for the decimal sign in words: "coma", "point".
    Point,
    /// Stands for the decimal sign where a measure follows, and for much else: "siete con cincuenta por ciento".
    LoosePoint,
    /// Makes a number negative: "menos", "minus".
    Minus,
    /// Makes a measure negative from behind: "bajo cero".
    BelowZero,
    /// A single one: "un solo", "a single".
    Single,
    /// A hedge before the figure.
    Before(Hedge),
    /// A hedge behind it.
    After(Hedge),
    /// Stands between a hedge before the figure and the figure, and says nothing of it: "supera ya los 40".
    BetweenHedge,
    /// Opens a range: "entre".
    Between,
    /// Opens a range or a change: "de", "desde".
    From,
    /// Stands between two bounds of one thing: "más de 20 y menos de 30", "but".
    JoinsBounds,
    /// Stands between the ends of a range: "a", "hasta".
    To,
    /// A hedge that before a duration says how long something took: "over".
    During,
    /// Joins two numbers of which one is right: "o".
    Or,
    /// "de", "of".
    Of,
    /// A definite article.
    The,
    /// A word that is neither a noun nor its modifier.
    Stop,
    /// A word of an event or a state, where the noun phrase ends: "murieron", "died".
    Verb,
    /// Stands between a figure and its noun: "more", "otros".
    More,
    /// A noun in plural without the ending of plurals: "people".
    Counted,
    /// A month, from 1.
    Month(i8),
    /// A weekday, Monday is 1.
    Weekday(i8),
    /// A day by its distance from today: "ayer".
    Day(i16),
    /// A stretch of the calendar.
    Period(Period),
    /// A season, by the month that it begins in on the northern half of the world.
    Season(i8),
    /// Of the time gone by: "pasado", "last".
    Past,
    /// Before a period, the one that ends today and none of the calendar's: "el último año", "the past year".
    Rolling,
    /// Of the time to come: "próximo", "next".
    Next,
    /// Before a weekday, skips the one that is still to come this week, which is called by its name alone: "next Friday".
    OfNextWeek,
    /// Of the present: "este", "this".
    This,
    /// Before a duration, counts back from today: "hace".
    AgoBefore,
    /// Behind a duration, counts back from today: "ago".
    AgoAfter,
    /// Before a period, the one after the next: "übernächste Woche".
    NextButOne,
    /// Before a period, the one before the last: "vorletztes Jahr".
    LastButOne,
    /// Before a duration, counts on from today and says nothing else: "dentro de", "fra", "daqui a".
    Ahead,
    /// Before a duration, counts on from today where its clause speaks of the future; elsewhere it may say how long
    /// something took: "in two weeks", "en dos semanas".
    AheadIfFuture,
    /// Behind a duration, counts on from today: "from now", "a partir de ahora".
    FromNow,
    /// Between a duration and a day, counts back from the day: "two days before Christmas", "dos días antes de".
    DaysBefore,
    /// Between a duration and a day, counts on from the day: "two days after Christmas", "a partir de".
    DaysAfter,
    /// Before the name of a day: "on Tuesday", "el martes", "am Dienstag".
    On,
    /// A holiday, by its place in the pack's list.
    Holiday(u16),
    /// Before the name of a holiday that is also said of other things ("Christmas market"), where it says the day.
    OnHoliday,
    /// Before the number of a week of the year: "week 10", "semana 10".
    WeekNumber,
    /// Ten years by a name of their own: "los noventa", "nineties" is 1990.
    Decade(i16),
    /// Before tens that are none of the calendar's: of somebody's life or of degrees: "in their 40s", "highs in the 90s".
    AgeDecade,
    /// What makes ten years of digits: "1990s", "90er".
    DecadeSuffix,
    /// A phrase that names the running period: "year to date", "en el año".
    Running(Period),
    /// Before a day, a month or a weekday, says that it is to come unless a verb says otherwise: "hasta el", "by".
    Until,
    /// Before a day, a month or a weekday, says that it is over whatever the verb says: "since", "depuis".
    Since,
    /// Says that its clause is of the future: "will".
    Future,
    /// Tells what happened, in a form that no ending betrays: "dijo", "said".
    PastVerb,
    /// Opens what somebody said: "que", "that".
    That,
    /// Stands before a year, a month or a day: "en", "in", "since".
    When,
    /// Stands before a year and before no number of things, which would want a plural: "nel 2013", "del 2013".
    BeforeYear,
    /// Stands between a part of the calendar and its part: "principios de", "late".
    PartOf,
    /// May stand before an hour, and says so only beside something else that does: "at", "las", "um".
    At,
    /// Before an hour, and says by itself that one follows: "a las", "às", "alle".
    AtHour,
    /// Behind an hour: before noon.
    Morning,
    /// Behind an hour: after noon.
    Afternoon,
    /// A named hour, in minutes: "mediodía" is 720.
    Clock(u16),
    /// Behind an hour in digits: "horas", "h".
    Hours,
    /// Behind an hour, of the place where it happened: "hora local".
    Local,
    /// Behind an hour, to the minute: "en punto", "sharp".
    Sharp,
    /// Behind an hour and before a name, by whose clock it is told: "hora de", "heure de".
    ClockOf,
    /// Behind an hour, names the place by whose clock it is told, and more often than not nothing else: "en la Península".
    ClockPlace,
    /// Within a bracket behind an hour, before the place by whose clock it is told: "in", "au".
    InPlace,
    /// A part of the day that beside a number says an hour only where "at" stands before: "por la tarde", "this morning".
    LoosePart,
    /// Behind an hour: of the night, which before five is the early morning: "de la noche", "at night".
    Night,
    /// Between minutes and the hour that has begun: "half past three", "zehn nach drei".
    MinutesPast,
    /// Between minutes and the hour to come: "ten to three", "diez para las tres", "zehn vor drei".
    MinutesTo,
    /// Before minutes and seconds, says that they are the distance between two: "a lead of 1:12".
    LeadBefore,
    /// The same behind them: "1:12 ahead".
    LeadBehind,
    /// Between an hour and its minutes: "las tres y media", "le tre e mezza", "trois heures et demie".
    HourAnd,
    /// Between an hour and the minutes that are missing: "las tres menos cuarto", "trois heures moins le quart".
    HourLess,
    /// Before an hour with "at" between: after noon ("Tuesday afternoon at 5").
    AfternoonBefore,
    /// Before an hour with "at" between: of the night ("anoche a las 10").
    NightBefore,
    /// Before an hour, half an hour less: "halb acht" is 7:30.
    HalfTo,
    /// Before an hour, so many minutes less: "viertel acht" is 7:15.
    PartTo(u16),
    /// A part of an hour in minutes: "media", "cuarto", "half", "quarter".
    HourPart(u16),
    /// A zone of time.
    Zone(Zone),
    /// A zone of time that does not say its distance from Greenwich ("ET").
    LooseZone,
    /// A unit, by its place in the table of units.
    Unit(u16),
    /// A unit that only follows digits, written just so.
    Abbreviation(u16),
    /// A sign or code of a currency that stands before or behind the digits.
    Symbol(u16),
    /// The code of a currency with a letter for a million before it: "MEUR".
    MillionSymbol(u16),
    /// Stands between the two units of a rate: "por", "per".
    Per,
    /// Makes a rate of a unit by itself: "diarios" is per day.
    PerUnit(u16),
    /// A word for a person, whose years are an age: "hombre".
    Person,
    /// Before an age in years: "cumplió 34 años".
    AgeBefore,
    /// Before an age, and a bare number will do: "aged 34".
    AgeBeforeNumber,
    /// Stands between a person and the years of an age: "un hombre de 34 años".
    AgeLink,
    /// Behind the years of an age: "de edad".
    AgeAfter,
    /// A word whose number is a name or a place: "artículo", "page".
    Label,
    /// A phrase with a number in it that is no figure: "9/11".
    Name,
    /// A street or a road, whose number stands near its name: "calle", "street".
    Street,
    /// A word whose number behind it is a step of a scale: "categoría 4", "magnitud 6,9".
    Grade,
    /// Before the noun that a figure far from it counts: "número de", "cifra de".
    NumberOf,
    /// Says that what stands before comes to a figure: "suman", "reached".
    Reach,
    /// Says that some are something: "son", "were".
    Copula,
    /// "his", "su".
    Possessive,
    /// Between a sum and a part of it: "de los que", "of which", "davon".
    OfWhich,
    /// Before a part of a whole, of which the rest is meant: "todos menos", "all but".
    AllBut,
    /// Behind a figure, before who says it: "según", "according to".
    Source,
    /// Between two figures of one thing: "frente a", "compared with".
    Against,
    /// A hedge that before "the" compares with a known figure and bounds nothing: "more than the 60 needed".
    Compares,
    /// People who came to harm, whose absence is news: "muertos".
    Harm,
    /// Says that there are none: "sin", "no".
    Negation,
    /// It rose.
    Rise,
    /// It fell.
    Fall,
    /// Before the amount of a change: "by", "en un".
    By,
    /// Speaks of a match: "ganó", "beat".
    Match,
    /// Before the one number of a drawn match: "empate a dos".
    DrawBefore,
    /// Behind it: "two apiece", "2-all".
    DrawBehind,
    /// An earthquake, whose degrees are its magnitude: "un sismo de 6,9 grados".
    Quake,
    /// Speaks of a vote: "votos", "votes".
    Vote,
}
