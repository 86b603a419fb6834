-- KEYS: stream, retries, dead letters. ARGV: group, consumer, ids of dead letters.
-- Has them delivered again, to that group only; returns how many.
local redriven, known = 0, exists()
for i = 3, #ARGV do
  local letter = redis.call('XRANGE', KEYS[3], ARGV[i], ARGV[i])[1]
  local about, fields = {}, {}
  for f = 1, letter and #letter[2] or 0, 2 do
    local name, value = letter[2][f], letter[2][f + 1]
    if string.sub(name, 1, 4) == 'dlq.' then
      about[name] = value
    elseif name ~= 'redrive.group' then
      fields[#fields + 1] = name
      fields[#fields + 1] = value
    end
  end
  if about['dlq.group'] == group then
    local id = about['dlq.id']
    if known and #redis.call('XRANGE', stream, id, id) > 0 then
      -- as old as a year: the next sweep of anybody takes it
      redis.call('XCLAIM', stream, group, me, 0, id, 'IDLE', 31536000000, 'RETRYCOUNT', 0, 'FORCE', 'JUSTID')
    else
      fields[#fields + 1] = 'redrive.group'
      fields[#fields + 1] = group
      redis.call('XADD', stream, '*', unpack(fields))
    end
    redis.call('XDEL', KEYS[3], ARGV[i])
    redriven = redriven + 1
  end
end
return {redriven}
