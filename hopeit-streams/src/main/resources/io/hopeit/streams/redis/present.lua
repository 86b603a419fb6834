-- KEYS: who is present. ARGV: consumer, ms for which that counts.
-- Returns how many come before the consumer, and how many there are.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
-- frees memory or needs none, so it comes first: a server that is full looks at the first write of a script only
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
local all, before = redis.call('ZRANGE', KEYS[1], 0, -1), 0
for i = 1, #all do
  if all[i] < ARGV[1] then before = before + 1 end
end
return {before, #all}
