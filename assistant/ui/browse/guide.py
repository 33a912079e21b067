"""View 新人导览: what the library holds, its themes, who does what, and its terms with what explains them."""

from assistant.explore.explorer import Explorer
from assistant.explore.glossary import Told
from assistant.explore.holdings import Choice
from assistant.ui.browse.matrix import matrix_choice
from assistant.ui.browse.params import Params, page_of
from assistant.ui.markup import render

_UNITS = 12
_TERMS = 8
_PAGE = 60
_HEADINGS = 80


def show_guide(explore: Explorer, params: Params) -> str:
    """Introduce the library to somebody who does not know it."""
    choice = matrix_choice(explore, params)
    terms = explore.glossary()
    return render(
        "browse/guide",
        held=explore.holdings(Choice()),
        themes=explore.themes(),
        organ=choice.organ,
        units=explore.matrix(choice).rows[:_UNITS],
        terms=[entry for entry in terms if entry.told is not Told.MENTIONED][:_TERMS],
        all_terms=len(terms),
    )


def show_glossary(explore: Explorer, params: Params) -> str:
    """List every term, those that are defined first; what no passage explains is said to be so."""
    words = params.text("q")
    entries = [entry for entry in explore.glossary() if words in entry.term]
    shown, page, pages = page_of(entries, params.number("page"), _PAGE)
    groups = [(told, [entry for entry in shown if entry.told is told]) for told in Told]
    return render(
        "browse/glossary",
        words=words,
        groups=[group for group in groups if group[1]],
        told=Told,
        count=len(entries),
        page=page,
        pages=pages,
    )


def show_theme(explore: Explorer, params: Params) -> str:
    """List the headings of a theme, each with its place."""
    theme = next((one for one in explore.themes() if one.phrase == params.text("theme")), None)
    places = []
    for heading in theme.headings[:_HEADINGS] if theme else ():
        document = explore.document(heading.doc)
        depths = (i for i in range(1, len(document.sections)) if document.path(i) == heading.path)
        places += [(heading, document, document.sections[index]) for index in list(depths)[:1]]
    return render("browse/theme", theme=theme, places=places)
