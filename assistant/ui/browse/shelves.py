"""View 文库: the documents of a year, type and issuing body, newest first, a page at a time."""

from itertools import groupby

from assistant.explore.explorer import Explorer
from assistant.ui.browse.params import Params, choice_values, page_of
from assistant.ui.markup import render

_PAGE = 40


def show_shelves(explore: Explorer, params: Params) -> str:
    """List documents below the choices that can be made."""
    choice = params.choice()
    held = explore.holdings(choice)
    documents, page, pages = page_of(held.documents, params.number("page"), _PAGE)
    groups = groupby(documents, key=lambda info: info.header.year)
    return render(
        "browse/shelves",
        chosen=choice_values(choice),
        held=held,
        groups=[(year, list(own)) for year, own in groups],
        page=page,
        pages=pages,
    )
