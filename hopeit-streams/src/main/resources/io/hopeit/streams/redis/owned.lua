-- KEYS: stream, retries. ARGV: group, consumer, id or nothing, count.
-- Ids of the consumer's entries after that one, without those that wait for a retry.
local ids, after, count = {}, ARGV[3], tonumber(ARGV[4])
local page = exists() and {true} or {}
while #page > 0 and #ids < count do
  page = redis.call('XPENDING', stream, group, after == '' and '-' or '(' .. after, '+', count, me)
  for i = 1, #page do
    after = page[i][1]
    if #ids < count and not redis.call('ZSCORE', KEYS[2], after) then ids[#ids + 1] = after end
  end
end
return ids
