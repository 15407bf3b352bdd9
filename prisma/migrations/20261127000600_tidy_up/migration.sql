-- One more job that comes by itself. What it does not finish in time, its next try goes on with.
SELECT rostrum_jobs.create_queue('tidy-up', '{"policy": "standard", "retryLimit": 13, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 30}');
