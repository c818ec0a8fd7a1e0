"""Pages of the site as tests see them: their links, and a window on them."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """The links of a page, the names of its places, and what it loads."""

    def __init__(self, path):
        super().__init__()
        self.links, self.places, self.loads = [], set(), []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.places |= {named[key] for key in ("id", "name") if named.get(key)}
        if tag == "a" and named.get("href"):
            self.links.append(named["href"])
        elif tag == "link" and named.get("rel") != "canonical":
            self.loads.append(named.get("href"))
        elif named.get("src"):
            self.loads.append(named["src"])


class Visit:
    """A window on the site, opened from a file; what it asks for and complains of is written down."""

    def __init__(self, browser, built, **context):
        self.built, self.asked, self.errors = built, [], []
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context})
        self.page = self.context.new_page()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.errors.append(message.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, name):
        path, _, place = name.partition("#")
        self.page.goto((self.built / path).as_uri() + (f"#{place}" if place else ""))
        return self.page

    def lesson(self, place="", name="3-ground-track"):
        return self.open(f"notebooks/{name}.html#{place}")
