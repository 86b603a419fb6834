-- KEYS: the owner of a shard, who is present. ARGV: consumer, 1 when it goes altogether.
-- Returns whether there was something to give up.
if ARGV[2] == '1' then return {redis.call('ZREM', KEYS[2], ARGV[1])} end
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {0} end
return {redis.call('DEL', KEYS[1])}
