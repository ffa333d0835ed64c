-- The run of the process that has a partition. KEYS: incarnation
-- Returns the process and the data in it; empty without an incarnation.
return {'OK', run_id() or '', redis.call('GET', KEYS[1]) or ''}
