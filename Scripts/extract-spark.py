#!/usr/bin/env python3
"""Reads a big archive on many machines: `telex extract --input jsonl` as the filter of Spark's pipe.

    pip install pyspark                      # needs Java 17
    Scripts/extract-spark.py --telex .build/release/telex --date 2025-01-01 IN.jsonl OUT

IN is a file, a folder or any address that Spark reads, one {"id", "text", "published"} a line; OUT is a new folder of part files whose
lines, part after part, are those of the serial run `telex extract --input jsonl IN`. --master names the cluster; without it two workers
of this machine. Every worker needs the telex program under the same path.
"""
import argparse
import shlex

from pyspark.sql import SparkSession

arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
arguments.add_argument("input")
arguments.add_argument("output")
arguments.add_argument("--telex", default="telex", help="the program on each worker")
arguments.add_argument("--date", required=True, help="the day for texts without one: the same everywhere")
arguments.add_argument("--master", default="local[2]")
arguments.add_argument("--parts", type=int, default=8, help="pieces to cut the input into, at least")
asked = arguments.parse_args()

# pipe() takes one string and splits it like shlex; no shell reads it.
filter = shlex.join([asked.telex, "extract", "--input", "jsonl", "--format", "jsonl", "--date", asked.date, "-"])
session = SparkSession.builder.master(asked.master).appName("telex extract").getOrCreate()
# A bad line is reported on the worker's standard error and ends the filter with status 1 when the rest is done: not checked here, as
# the serial run goes on too.
session.sparkContext.textFile(asked.input, asked.parts).pipe(filter).saveAsTextFile(asked.output)
session.stop()
