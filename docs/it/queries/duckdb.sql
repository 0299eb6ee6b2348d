-- Greenroom's result lines in DuckDB (1.x). Each block is one question; `npm run scale` runs them all as they stand here.
-- The lines: "results.jsonl" of each computer (policy reporting.jsonLines), or what a collector took from the system's log.

-- load: read the lines once into a table
CREATE OR REPLACE TABLE results AS
SELECT computer, "at"::TIMESTAMP AS moment, "at"::DATE AS day, verdict, platform, os, checks, apps
FROM read_json('FOLDER/*.jsonl', format = 'newline_delimited', columns = {
  computer: 'VARCHAR', "at": 'VARCHAR', verdict: 'VARCHAR', platform: 'VARCHAR', os: 'VARCHAR',
  checks: 'STRUCT(id VARCHAR, state VARCHAR, required BOOLEAN)[]',
  apps: 'STRUCT(product VARCHAR, version VARCHAR, state VARCHAR)[]'
});

-- latest: the newest result of each computer
CREATE OR REPLACE TABLE latest AS
SELECT results AS result FROM results
SEMI JOIN (SELECT computer, max(moment) AS moment FROM results GROUP BY computer) AS newest USING (computer, moment);

-- not-ready: what share of the computers is not ready now, by system?
SELECT result.os AS os, count(*) AS computers,
  round(100.0 * count(*) FILTER (result.verdict = 'not-ready') / count(*), 2) AS percent_not_ready
FROM latest GROUP BY ALL ORDER BY computers DESC;

-- by-check: which required checks fail, and on how many computers?
SELECT one.id AS "check", count(*) FILTER (one.state = 'fail') AS failing,
  count(*) FILTER (one.state = 'unknown') AS not_known, count(*) AS computers
FROM (SELECT unnest(result.checks) AS one FROM latest) WHERE one.required
GROUP BY ALL ORDER BY failing DESC, "check";

-- by-version: which versions of each meeting app are out there?
SELECT app.product AS product, app.version AS version, count(*) AS computers,
  count(*) FILTER (app.state = 'fail') AS failing
FROM (SELECT unnest(result.apps) AS app FROM latest)
GROUP BY ALL ORDER BY product, computers DESC, version;

-- over-time: how has the share of computers that are not ready changed, day by day?
SELECT day, count(DISTINCT computer) AS computers,
  round(100.0 * count(DISTINCT computer) FILTER (verdict = 'not-ready') / count(DISTINCT computer), 2) AS percent_not_ready
FROM results GROUP BY day ORDER BY day;

-- worse: which computers were ready a week before their last result, and are not any more?
SELECT count(*) AS computers_that_became_worse
FROM latest JOIN results AS before
  ON before.computer = result.computer AND before.day = result.day - 7
WHERE before.verdict IN ('ready', 'caution') AND result.verdict = 'not-ready';

-- silent: which computers have told nothing for a week?
SELECT count(*) AS silent_computers FROM latest WHERE result.day < (SELECT max(day) FROM results) - 7;
