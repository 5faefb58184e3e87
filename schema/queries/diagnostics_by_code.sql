-- What reading could not settle, by code
-- How often, in how many releases, and the last message.
SELECT code, severity, count(*) AS times, count(DISTINCT filing_id) AS releases,
  max(message) AS one_message
FROM diagnostics
GROUP BY code, severity
ORDER BY times DESC, code;
