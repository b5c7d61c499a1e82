// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Variables that refer to each other, and who uses them.
inline const char *kBoard = R"({"title": "T", "links": [{"title": "Runbook", "url": "http://x/$job"}],
  "templating": {"list": [
    {"name": "job", "type": "query", "query": "up"},
    {"name": "instance", "type": "query", "query": "up{job='$job'}"},
    {"name": "a", "type": "query", "query": "x{y='$b'}"},
    {"name": "b", "type": "query", "query": "x", "regex": "/$a/"}
  ]},
  "panels": [
    {"id": 1, "type": "row", "title": "Row of $job", "panels": [
      {"id": 2, "type": "text", "title": "In", "options": {"content": "$job ${job:csv} $jobs"}}]},
    {"id": 3, "type": "text", "title": "Repeats", "repeat": "instance"}
  ]})";
