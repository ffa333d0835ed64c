-- Opens a partition for the run it was compared in. KEYS: cert. ARGV: run
local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
if run ~= ARGV[1] then return {'OTHER'} end
redis.call('SET', KEYS[1], run)
return {'OK'}
