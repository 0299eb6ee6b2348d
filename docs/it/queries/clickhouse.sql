-- Greenroom's result lines in ClickHouse (24.8 or newer). The same questions as duckdb.sql, each behind its name.

-- load: a table, and the lines into it (`clickhouse-client --query "INSERT INTO greenroom FORMAT JSONEachRow" < results.jsonl`)
CREATE TABLE greenroom
(
  computer LowCardinality(String),
  at DateTime64(3),
  verdict LowCardinality(String),
  platform LowCardinality(String),
  os LowCardinality(String),
  checks Array(Tuple(id LowCardinality(String), state LowCardinality(String), required Bool)),
  apps Array(Tuple(product LowCardinality(String), version Nullable(String), state LowCardinality(String)))
)
ENGINE = MergeTree ORDER BY (computer, at)
SETTINGS index_granularity = 8192;
-- Times are ISO 8601: set date_time_input_format = 'best_effort'; other fields: input_format_skip_unknown_fields = 1.

-- not-ready
SELECT os, count() AS computers, round(100 * countIf(verdict = 'not-ready') / count(), 2) AS percent_not_ready
FROM (SELECT computer, argMax(os, at) AS os, argMax(verdict, at) AS verdict FROM greenroom GROUP BY computer)
GROUP BY os ORDER BY computers DESC;

-- by-check
SELECT one.id AS check, countIf(one.state = 'fail') AS failing, countIf(one.state = 'unknown') AS not_known, count() AS computers
FROM (SELECT computer, argMax(checks, at) AS checks FROM greenroom GROUP BY computer) ARRAY JOIN checks AS one
WHERE one.required GROUP BY check ORDER BY failing DESC, check;

-- by-version
SELECT app.product AS product, app.version AS version, count() AS computers, countIf(app.state = 'fail') AS failing
FROM (SELECT computer, argMax(apps, at) AS apps FROM greenroom GROUP BY computer) ARRAY JOIN apps AS app
GROUP BY product, version ORDER BY product, computers DESC, version;

-- over-time
SELECT toDate(at) AS day, uniqExact(computer) AS computers,
  round(100 * uniqExactIf(computer, verdict = 'not-ready') / uniqExact(computer), 2) AS percent_not_ready
FROM greenroom GROUP BY day ORDER BY day;

-- silent
SELECT count() AS silent_computers
FROM (SELECT computer, max(at) AS last FROM greenroom GROUP BY computer) WHERE last < now() - INTERVAL 7 DAY;
