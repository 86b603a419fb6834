-- ARGV: group, consumer, 1 if it is another delivery, ids.
-- Returns {id, deliveries, fields} of those that belong to the consumer, and ids of those that the stream has lost.
local entries, gone = {}, {}
local ids = owned(4)
for i = 1, #ids do
  local id = ids[i]
  local count = deliveries(id) + ARGV[3]
  -- 6.2 answers nil for a lost entry; later servers answer nothing, and it is pending no more
  local entry = redis.call('XCLAIM', stream, group, me, 0, id, 'RETRYCOUNT', count)[1]
  if entry and entry[2] then
    entries[#entries + 1] = {id, count, entry[2]}
  else
    redis.call('XACK', stream, group, id)
    gone[#gone + 1] = id
  end
end
return {entries, gone}
