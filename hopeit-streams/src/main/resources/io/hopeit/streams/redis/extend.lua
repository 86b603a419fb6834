-- ARGV: group, consumer, ids. Makes those that belong to the consumer fresh, and returns them.
-- Nobody has taken what has gone with its group, so that is told.
if not exists() then return redis.error_reply('NOGROUP the stream or its group has gone') end
local ids, fresh = owned(3), {}
for i = 1, #ids do
  if claim(ids[i]) then fresh[#fresh + 1] = ids[i] end
end
return fresh
