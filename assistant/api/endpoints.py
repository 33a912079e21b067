"""The functions as named endpoints of the Gradio app, which documents them and serves its own clients."""

import inspect
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from assistant.api.functions import FUNCTIONS, NAMES, Function
from assistant.api.service import Service
from assistant.http.faults import explain
from assistant.render import Json

if TYPE_CHECKING:
    import gradio as gr

Endpoint = Callable[..., Coroutine[Any, Any, Json]]


def add_endpoints(service: Service) -> None:
    """Make every function an endpoint of the app that is being laid out."""
    from gradio.events import api  # noqa: PLC0415

    for function in FUNCTIONS:
        api(
            endpoint(function, service),
            api_name=function.name,
            api_description=describe(function),
            concurrency_limit=None,  # the service bounds what runs at once, for MCP as well
        )


def hide_others(app: "gr.Blocks") -> None:
    """Take every other event, which is the page's own, out of what programs are told of."""
    for event in app.fns.values():
        if event.api_name not in NAMES:
            event.api_visibility = "private"


def describe(function: Function[Any]) -> str:
    """What a function does and takes, in one paragraph."""
    fields = function.parameters.model_fields.items()
    return (
        f"{function.description}参数：{'；'.join(f'{name} {field.description}' for name, field in fields)}。"
    )


def endpoint(function: Function[Any], service: Service) -> Endpoint:
    """A coroutine function with the parameters of a function, which Gradio reads from its signature."""
    import gradio as gr  # noqa: PLC0415

    async def called(*values: Any) -> Json:  # noqa: ANN401
        try:
            return await service.call(function.name, dict(zip(signature.parameters, values, strict=True)))
        except Exception as error:
            raise gr.Error(explain(error), print_exception=False) from error

    signature = _signature(function)
    called.__signature__ = signature  # type: ignore[attr-defined]
    called.__annotations__ = {
        **{parameter.name: parameter.annotation for parameter in signature.parameters.values()},
        "return": signature.return_annotation,
    }
    called.__name__ = function.name
    return called


def _signature(function: Function[Any]) -> inspect.Signature:
    parameters = [
        inspect.Parameter(
            name,
            inspect.Parameter.POSITIONAL_OR_KEYWORD,
            default=inspect.Parameter.empty if field.is_required() else field.default,
            annotation=field.annotation,
        )
        for name, field in function.parameters.model_fields.items()
    ]
    return inspect.Signature(parameters, return_annotation=dict[str, Any])
