-- ARGV: group, consumer, idle ms. Deletes others that have nothing pending and have not asked for that long.
if not exists() then return {0} end
local deleted = 0
for _, flat in ipairs(redis.call('XINFO', 'CONSUMERS', stream, group)) do
  local consumer = {}
  for i = 1, #flat, 2 do consumer[flat[i]] = flat[i + 1] end
  if consumer.name ~= me and consumer.pending == 0 and consumer.idle >= tonumber(ARGV[3]) then
    redis.call('XGROUP', 'DELCONSUMER', stream, group, consumer.name)
    deleted = deleted + 1
  end
end
return {deleted}
