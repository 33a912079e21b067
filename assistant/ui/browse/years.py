"""View 年度对比: a series of plans, years and a topic into what changed, and into figures as charts."""

from assistant.assistant import Assistant
from assistant.compare import Change
from assistant.explore.plans import Series
from assistant.explore.years import Years
from assistant.ui.browse.chart import chart
from assistant.ui.browse.params import Params
from assistant.ui.markup import render

_CHARTS = 6
_YEARS = 4


def show_years(assistant: Assistant, params: Params) -> str:
    """Show the choices, and the comparison they lead to."""
    every = assistant.explore.series()
    series = next((one for one in every if one.key == params.text("series")), every[0] if every else None)
    if series is None:
        return render("browse/years", every=(), series=None)
    chosen = chosen_years(series, params.text("years"))
    topic = params.text("topic")
    plans = [plan.info for plan in series.plans if plan.year in chosen]
    years = assistant.explore.years(plans, topic) if len(plans) > 1 else None
    return render(
        "browse/years",
        every=every,
        series=series,
        chosen=chosen,
        topic=topic,
        plans=plans,
        years=years,
        changes=list(Change),
        charts=charts(years) if years else (),
    )


def chosen_years(series: Series, sent: str) -> tuple[int, ...]:
    """The years of a series that a reader ticked, the last ones when none of them is."""
    ticked = {int(year) for year in sent.split(",") if year.isascii() and year.isdigit()}
    return tuple(year for year in series.years if year in ticked) or series.years[-_YEARS:]


def charts(years: Years) -> list[str]:
    """Draw the measures with most points."""
    return [chart(trend, years.years) for trend in years.trends[:_CHARTS]]
