# What was read of a file.
cli-text = Shows what was read of a file: the article, without what stands round it
cli-zones = Says beside each paragraph what it was taken for
cli-jsonl-text = Answers with a line of JSON an article
zone-headline = Headline
zone-subhead = Subhead
zone-lead = Lead
zone-body = Text
zone-caption = Caption
zone-boilerplate = Not compared
