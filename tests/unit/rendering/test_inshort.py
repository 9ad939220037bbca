from markupsafe import Markup

from backstory.rendering.inshort import LONGEST, in_short
from backstory.rendering.pageviews import HeadView, PageView
from backstory.rendering.views import FigureView


def page(**fields: object) -> PageView:
    return PageView(kind="page", lang="en", dir="ltr", head=HeadView("T", ""), **{"title": "T", **fields})  # type: ignore[arg-type]


def test_an_editors_words_go_before_all_others() -> None:
    assert in_short(page(description="Own words.", body=Markup("<p>Text.</p>")), "The site.") == "Own words."


def test_a_figure_is_its_value() -> None:
    figure = FigureView("Detained", "", "4,000", "people", place="Lithuania")
    assert in_short(page(figure=figure, title="Detained"), "The site.") == "Detained: 4,000 people, Lithuania"


def test_a_text_begins_with_its_first_words_alone() -> None:
    html = Markup('<figure><img src="a.jpg" alt=""></figure><p>One <em>&amp;</em> two.</p><h2>Three</h2>')
    assert in_short(page(body=html), "The site.") == "One & two."
    noted = '<p>Six<sup id="f"><a href="#1">3</a></sup> <a>forts</a><button class="peek"></button><span class="pop"><span>Forts</span><a class="pop-more">More</a></span> fell.</p>'
    assert in_short(page(body=Markup(noted)), "The site.") == "Six forts fell."
    long = in_short(page(body=Markup(f"<p>{'word ' * 900}</p>")), "The site.")
    assert len(long) <= LONGEST and long.endswith("word…")


def test_a_page_without_words_says_what_the_site_is() -> None:
    assert in_short(page(), "The site.") == "The site."
    assert in_short(page(body=Markup("<ul></ul>")), "") == ""
