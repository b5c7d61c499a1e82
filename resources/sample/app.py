#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample application of Promontory: a small shop that serves itself its own customers.

It is an ordinary Flask application, measured with prometheus_client: app_requests_total and
app_response_time_seconds, at /metrics. Its traffic comes from the process itself, straight into the WSGI
interface, so nothing but the scrape ever touches the network. What it does when is in traffic.json, which the
generator of the demo's history reads, too: for two minutes of every ten some requests are slow.
"""
import argparse
import json
import math
import os
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

os.environ.setdefault("PROMETHEUS_DISABLE_CREATED_SERIES", "true")  # read while prometheus_client is imported

from flask import Flask, Response, g, jsonify, request
from prometheus_client import CONTENT_TYPE_LATEST, Counter, Histogram, generate_latest
from werkzeug.serving import WSGIRequestHandler, make_server


def is_slow(traffic, now):
    """The slow phase is a matter of the wall clock alone, the same for every instance."""
    cycle = traffic["cycleSeconds"]
    return 0 <= now % cycle - traffic["slowFrom"] * cycle < traffic["slowSeconds"]


def load(traffic, instance, index, now):
    """Requests a second for one endpoint: its own rate, in waves."""
    swing = sum(
        wave["share"] * math.sin(2 * math.pi * (now + instance["shift"]) / wave["periodSeconds"] + index)
        for wave in traffic["waves"]
    )
    return traffic["endpoints"][index]["rate"] * instance["load"] * (1 + swing)


def latency(traffic, spec, now):
    """Log-normal; in the slow phase a share of the requests of some endpoints takes much longer."""
    if spec["slows"] and is_slow(traffic, now) and random.random() < traffic["slowShare"]:
        drawn = random.lognormvariate(math.log(traffic["slowMedian"]), traffic["slowSpread"])
        return min(drawn, traffic["slowMost"])
    return min(random.lognormvariate(math.log(spec["median"]), spec["spread"]), traffic["normalMost"])


def make_app(traffic):
    app = Flask(__name__)
    requests_total = Counter("app_requests", "Requests served.", ["endpoint", "method", "status"])
    response_time = Histogram(
        "app_response_time_seconds", "Time to answer.", ["endpoint"], buckets=traffic["buckets"]
    )

    @app.before_request
    def start():
        g.started = time.perf_counter()

    @app.after_request
    def measure(response):
        if request.url_rule is not None and request.path != "/metrics":
            endpoint = request.url_rule.rule
            response_time.labels(endpoint).observe(time.perf_counter() - g.started)
            requests_total.labels(endpoint, request.method, str(response.status_code)).inc()
        return response

    @app.get("/metrics")
    def metrics():
        return Response(generate_latest(), content_type=CONTENT_TYPE_LATEST)

    def handler(spec):
        def serve():
            time.sleep(latency(traffic, spec, time.time()))
            if random.random() < spec["errorShare"]:
                return jsonify(error="no luck"), spec["errorStatus"]
            return jsonify(ok=True), spec["status"]

        return serve

    for spec in traffic["endpoints"]:
        for status in (spec["status"], spec["errorStatus"]):
            requests_total.labels(spec["endpoint"], spec["method"], str(status))  # zero is a value, too
        name = spec["method"] + spec["endpoint"]
        app.add_url_rule(spec["endpoint"], name, handler(spec), methods=[spec["method"]], provide_automatic_options=False)
    return app


def environ(spec):
    """What a WSGI server would make of a request without a body."""
    return {
        "REQUEST_METHOD": spec["method"],
        "PATH_INFO": spec["endpoint"],
        "SCRIPT_NAME": "",
        "QUERY_STRING": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": None,
        "wsgi.errors": None,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


def visit(app, spec):
    for _ in app.wsgi_app(environ(spec), lambda status, headers, exc_info=None: None):
        pass


def customers(app, traffic, instance):
    """Sends requests at random, as often as the waves say, until the process ends."""
    pool = ThreadPoolExecutor(max_workers=32)
    specs = traffic["endpoints"]
    while True:
        now = time.time()
        rates = [load(traffic, instance, index, now) for index in range(len(specs))]
        time.sleep(random.expovariate(sum(rates)))
        pool.submit(visit, app, random.choices(specs, rates)[0])


class Quiet(WSGIRequestHandler):
    def log(self, type, message, *args):
        pass


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--instance", default="app-1", help="which of the instances in traffic.json to be")
    parser.add_argument("--port", type=int, default=0, help="on 127.0.0.1; 0: a free one, which is printed")
    parser.add_argument("--cycle", type=int, help="seconds from one slow phase to the next")
    parser.add_argument("--slow", type=int, help="seconds that the slow phase lasts")
    options = parser.parse_args()

    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "traffic.json"), encoding="utf-8") as file:
        traffic = json.load(file)
    if options.cycle is not None:
        traffic["cycleSeconds"] = options.cycle
    if options.slow is not None:
        traffic["slowSeconds"] = options.slow
    instance = next(one for one in traffic["instances"] if one["name"] == options.instance)

    app = make_app(traffic)
    server = make_server("127.0.0.1", options.port, app, threaded=True, request_handler=Quiet)
    print(f"http://127.0.0.1:{server.server_port}/metrics", flush=True)
    threading.Thread(target=customers, args=(app, traffic, instance), daemon=True).start()
    server.serve_forever()


if __name__ == "__main__":
    main()
