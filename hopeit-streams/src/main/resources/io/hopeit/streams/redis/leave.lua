-- KEYS: stream, retries. ARGV: group, consumer, idle ms, id or nothing, count.
-- Releases some of the consumer's entries after that one, but for those that wait for a retry or have been released
-- already. Returns how many, and
-- the id of the last one that it has looked at; when there is none, the consumer is deleted if nothing is pending.
if not exists() then return {0, ''} end
local after, released = ARGV[4], 0
local page = redis.call('XPENDING', stream, group, after == '' and '-' or '(' .. after, '+', ARGV[5], me)
for i = 1, #page do
  local id, count = page[i][1], math.max(0, page[i][4] - 1)
  local isHeld = page[i][3] < tonumber(ARGV[3])
  if isHeld and not redis.call('ZSCORE', KEYS[2], id) and claim(id, 'IDLE', ARGV[3], 'RETRYCOUNT', count) then
    released = released + 1
  end
end
if #page > 0 then return {released, page[#page][1]} end
if #redis.call('XPENDING', stream, group, '-', '+', 1, me) == 0 then
  redis.call('XGROUP', 'DELCONSUMER', stream, group, me)
end
return {0, ''}
