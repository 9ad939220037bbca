"""The tables inside the site's settings: what each may hold.

Knows their fields and defaults. Must never know how they are read, or what they are used for.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct


class Support(Struct, frozen=True, omit_defaults=True):
    """The reader-support banner. `url` is a page's file, an address in the site, or an outside address.

    `links` gives an amount an address of its own, as {"5": "https://…"}. In a story it stands at the end, or `after` so
    many paragraphs; stories with a tag or a kicker in `never` have none. `recurring` says that amounts are monthly.
    """

    title: str = ""
    text: str = ""
    button: str = ""
    currency: str = "EUR"
    amounts: tuple[float, ...] = ()
    url: str = ""
    links: dict[str, str] = {}
    recurring: bool = False
    after: int = 0
    never: tuple[str, ...] = ("correction", "corrections", "obituary", "obituaries")


class Trust(Struct, frozen=True):
    """The pages by which a reader can judge the newsroom: files under the content folder, or addresses."""

    ethics: str = ""
    corrections: str = ""
    ownership: str = ""
    mission: str = ""
    masthead: str = ""
    methods: str = ""
    sources: str = ""
    unnamed_sources: str = ""
    diversity: str = ""
    local: str = ""
    feedback: str = ""


class Language(Struct, frozen=True):
    """What differs in one of a site's further languages."""

    title: str = ""
    tagline: str = ""
    description: str = ""
    navigation: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    support: Support = Support()


class RelatedWeights(Struct, frozen=True):
    """How much each signal counts for related stories, as a multiple of what is usual: 0 leaves it out."""

    words: float = 1.0
    titles: float = 1.0
    about: float = 1.0
    topics: float = 1.0
    tags: float = 1.0
    links: float = 1.0
    cocited: float = 1.0
    days: float = 1.0
    background: float = 1.0


class Related(Struct, frozen=True):
    """How many related stories an article shows, of which kinds, and what counts."""

    count: int = 4
    kinds: tuple[Literal["article", "timeline", "topic", "question"], ...] = ("article",)
    weights: RelatedWeights = RelatedWeights()


class Pictures(Struct, frozen=True):
    """How pictures are made ready for pages.

    `formats` are made beside the one that every browser reads. `quality` is that of AVIF, 1-100; other formats get what
    looks as good. Without `responsive` pages show the files as they are.
    """

    responsive: bool = True
    formats: tuple[Literal["avif", "webp"], ...] = ("avif", "webp")
    quality: Annotated[int, Meta(ge=1, le=100)] = 60


class SocialCards(Struct, frozen=True):
    """Pictures of a page's words, for social networks. `accent` is a colour as #8a1538."""

    make: bool = False
    accent: Annotated[str, Meta(pattern="^#[0-9a-fA-F]{6}$")] = "#8a1538"


Colours = Annotated[str, Meta(pattern="^(#[0-9a-fA-F]{6}( #[0-9a-fA-F]{6})?)?$")]
"""One colour, or one for light and one for dark: "#8a1538 #f39ab0"."""


class Look(Struct, frozen=True):
    """Colours, type and masthead. What is not set is the theme's.

    `serif` and `sans` are lists of fonts as CSS writes them, or a font's file among the templates' `fonts/`. `mark` is
    an SVG among their `pictures/`, and stands before the site's name.
    """

    paper: Colours = ""
    ink: Colours = ""
    accent: Colours = ""
    time: Colours = ""
    serif: str = ""
    sans: str = ""
    headlines: Literal["serif", "sans"] = "serif"
    text: Literal["serif", "sans"] = "serif"
    text_size: Annotated[float, Meta(ge=0.8, le=1.4)] = 1.0
    masthead: Literal["line", "centred"] = "line"
    mark: str = ""
    tagline: bool = False


LinkedKind = Literal["person", "organization", "place", "term"]


class Mentions(Struct, frozen=True):
    """Names found in running text.

    `links` says whether the first on a page becomes a link: of all kinds (true), of some, or never. `skip` holds names
    that are never looked for, in any letters.
    """

    links: bool | tuple[LinkedKind, ...] = True
    skip: tuple[str, ...] = ()

    def linked(self, kind: str) -> bool:
        """Say whether the names of a kind of document become links."""
        return self.links if isinstance(self.links, bool) else kind in self.links
