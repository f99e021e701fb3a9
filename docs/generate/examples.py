"""An example of every key of the configuration; a test reads each as the tool would."""

from __future__ import annotations

EXAMPLES = {
    "select": 'select = ["endorsement", "pushy/false-urgency"]',
    "ignore": 'ignore = ["pushy/rhetorical-hook"]',
    "severity": '[severity]\n"pushy/hard-call" = "suggestion"\nendorsement = "error"',
    "brands": 'brands = ["havrebit", "oat bar"]',
    "languages": '[languages]\n"content/sv/" = "sv"\n"content/da/" = "da"',
    "lang": 'lang = "sv"',
    "messages": 'messages = "en"',
    "profile": 'profile = "newsletter"',
    "preset": 'preset = "gentle"',
    "markets": 'markets = ["uk", "se"]',
    "publisher": 'publisher = "creator"',
    "disclosure": """\
[disclosure]
frontmatter = ["sponsored"]
shortcodes = ["ad-label"]
links = ["shop-card"]
site_wide = "Ad: we are paid for some links."
""",
    "newsroom": '[newsroom]\npaths = ["newsroom/"]\nfeeds = ["https://havrebit.example/news/rss"]',
    "rewriter": """\
[rewriter]
engine = "openai"
base_url = "http://localhost:11434/v1"
model = "llama3.1"
api_key_env = "OPENAI_API_KEY"
""",
    "mdx": '[mdx]\nprose = ["FAQItem.q", "FAQItem.a", "*.title"]',
    "site_brand": "site_brand = false",
    "baseline": 'baseline = "old-posts.json"',
    "advice": "advice = true",
    "model": "model = false",
    "tuning": 'tuning = "toneguard-tuning.json"',
    "fail_on": 'fail_on = "error"',
    "include": 'include = ["letters/*.txt"]',
    "exclude": 'exclude = ["drafts/", "archive/**"]',
    "packs": 'packs = ["style/"]',
    "plugins": 'plugins = ["ferries"]',
    "pipelines": '[pipelines]\nsv = "sv_core_news_sm"',
    "overrides": """\
[[overrides]]
paths = ["content/jobs/"]
ignore = ["self-centred"]

[[overrides]]
paths = ["content/shop/"]
profile = "product-page"
severity = { "endorsement/weak-label" = "error" }
""",
}
