# Reports for other programs.
format-xlsx = Workbook (Excel)
format-annotations = Web annotations
format-sarif = Checker results (SARIF)
format-claimreview = ClaimReview drafts

# The sheets of the workbook: 31 characters at most, none of []:*?/\.
xlsx-findings = Findings
xlsx-ledger = Ledger
xlsx-mentions = Mentions
xlsx-pairs = Pairs
xlsx-decisions = Decisions
xlsx-about = About
xlsx-confidence = Confidence
xlsx-difference = Difference
xlsx-sameness = Same fact
xlsx-apart = Stands apart
xlsx-source-a = Source A
xlsx-figure-a = Figure A
xlsx-source-b = Source B
xlsx-figure-b = Figure B
xlsx-start = Start
xlsx-end = End
xlsx-language = Language
xlsx-sentences = Sentences
xlsx-figures = Figures
xlsx-fetched = Fetched from the web
xlsx-sha256 = SHA-256
xlsx-notices = Notices
xlsx-offsets = Start and end count Unicode characters (code points) of the article's text, from 0; the end is not included. Severity, confidence, difference and “same fact” run from 0 to 1. Numbers with more than 15 digits stand as text, since a spreadsheet would round them.
xlsx-left-out = { $count ->
    [one] One row was left out, because a sheet holds no more than 1,048,576. The JSON report has it.
   *[other] { $count } rows were left out, because a sheet holds no more than 1,048,576. The JSON report has them all.
}

# Drafts of ClaimReview.
claimreview-status = Draft: a person completes reviewRating, url and author, checks the author of the claim, and deletes this line.
claimreview-rating = To be filled in by a person: ratingValue, bestRating, worstRating and alternateName (“False”, “Inaccurate”). The program says that sources differ, not which one is right.
claimreview-speaker = In the words of the article: check who it is, and whether a person or an organization.
