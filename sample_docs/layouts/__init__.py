"""One form, one module: each draws a bill on a sheet as its carrier, forwarder or ERP system would print it."""
