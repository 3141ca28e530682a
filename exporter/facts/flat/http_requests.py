"""Requests by HTTP for a report's files: each goes where the report may reach, or is not sent.

A server that is allowed may send on to any other (a redirect); so what is asked of each server is
looked at when it is asked, and not at the URL alone that the report names.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from exporter.facts.reach import demand_host
from exporter.inputs.opened import Inputs

if TYPE_CHECKING:
    import aiohttp
    from yarl import URL

_SCHEMES = {"http", "https"}


def http_options(url: str, inputs: Inputs) -> dict[str, Any]:
    """What fsspec is told for each step of a URL that goes by HTTP.

    Args:
        url: As fsspec opens it, in however many steps.
        inputs: Whom a request may go to.
    """
    schemes = {step.partition("://")[0] for step in url.split("::")} & _SCHEMES
    # A file system that was made for another report would ask by that one's leave.
    each = {"get_client": _client(inputs), "skip_instance_cache": True}
    return {scheme: dict(each) for scheme in schemes}


def _client(inputs: Inputs) -> Callable[..., Awaitable["aiohttp.ClientSession"]]:
    def demand(url: "URL") -> None:
        demand_host(url.host or "", url.explicit_port, url.scheme, inputs)

    async def start(_: object, __: object, sent: "aiohttp.TraceRequestStartParams") -> None:
        demand(sent.url)

    async def redirect(_: object, __: object, sent: "aiohttp.TraceRequestRedirectParams") -> None:
        from yarl import URL

        headers = sent.response.headers
        if to := headers.get("Location") or headers.get("URI"):  # as aiohttp takes them
            demand(sent.url.join(URL(to)))

    async def client(**options: Any) -> "aiohttp.ClientSession":
        import aiohttp

        trace = aiohttp.TraceConfig()
        trace.on_request_start.append(start)
        trace.on_request_redirect.append(redirect)
        return aiohttp.ClientSession(trace_configs=[trace], **options)

    return client
