"""The Assistant's functions for programs: one table of functions as an HTTP API and as MCP tools."""
