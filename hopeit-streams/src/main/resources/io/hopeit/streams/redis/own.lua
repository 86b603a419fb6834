-- KEYS: the owner of a shard. ARGV: consumer, ms for which that counts.
-- Returns whether it is the consumer's now.
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return {0} end
-- frees memory or needs none, so it comes first: a server that is full looks at the first write of a script only
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return {1}
