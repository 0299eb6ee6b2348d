-- Greenroom's result lines in BigQuery. The same questions as duckdb.sql, each behind its name.

-- load: bq load --source_format=NEWLINE_DELIMITED_JSON --ignore_unknown_values greenroom.results results.jsonl \
--   computer:STRING,at:TIMESTAMP,verdict:STRING,platform:STRING,os:STRING,checks:JSON,apps:JSON
CREATE OR REPLACE VIEW greenroom.latest AS
SELECT * FROM greenroom.results WHERE TRUE QUALIFY ROW_NUMBER() OVER (PARTITION BY computer ORDER BY at DESC) = 1;

-- not-ready
SELECT os, COUNT(*) AS computers, ROUND(100 * COUNTIF(verdict = 'not-ready') / COUNT(*), 2) AS percent_not_ready
FROM greenroom.latest GROUP BY os ORDER BY computers DESC;

-- by-check
SELECT JSON_VALUE(one.id) AS name, COUNTIF(JSON_VALUE(one.state) = 'fail') AS failing,
  COUNTIF(JSON_VALUE(one.state) = 'unknown') AS not_known, COUNT(*) AS computers
FROM greenroom.latest, UNNEST(JSON_QUERY_ARRAY(checks)) AS one
WHERE JSON_VALUE(one.required) = 'true' GROUP BY name ORDER BY failing DESC, name;

-- by-version
SELECT JSON_VALUE(app.product) AS product, JSON_VALUE(app.version) AS version, COUNT(*) AS computers,
  COUNTIF(JSON_VALUE(app.state) = 'fail') AS failing
FROM greenroom.latest, UNNEST(JSON_QUERY_ARRAY(apps)) AS app
GROUP BY product, version ORDER BY product, computers DESC, version;

-- over-time
SELECT DATE(at) AS day, COUNT(DISTINCT computer) AS computers,
  ROUND(100 * COUNT(DISTINCT IF(verdict = 'not-ready', computer, NULL)) / COUNT(DISTINCT computer), 2) AS percent_not_ready
FROM greenroom.results GROUP BY day ORDER BY day;

-- silent
SELECT COUNT(*) AS silent_computers FROM greenroom.latest WHERE at < TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 7 DAY);
