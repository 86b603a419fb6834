-- KEYS: stream, retries, dead letters. ARGV: group, consumer, most bytes, ids of dead letters.
-- Has them delivered again, to that group only; returns how many, and how many ids were looked at.
local redriven, size, looked, known = 0, 0, 0, exists()

-- As an entry of its own: what it was, without what was said of it.
local function append(letter)
  local fields = {}
  for f = 1, #letter[2], 2 do
    local name = letter[2][f]
    if string.sub(name, 1, 4) ~= 'dlq.' and name ~= 'redrive.group' then
      fields[#fields + 1] = name
      fields[#fields + 1] = letter[2][f + 1]
    end
  end
  fields[#fields + 1] = 'redrive.group'
  fields[#fields + 1] = group
  redis.call('XADD', stream, '*', unpack(fields))
end

for i = 4, #ARGV do
  local letter = redis.call('XRANGE', KEYS[3], ARGV[i], ARGV[i])[1]
  local about = letter and dead(letter) or {}
  if about['dlq.group'] == group then
    local id = about['dlq.id']
    if known and #redis.call('XRANGE', stream, id, id) > 0 then
      -- as old as a year: the next sweep of anybody takes it
      redis.call('XCLAIM', stream, group, me, 0, id, 'IDLE', 31536000000, 'RETRYCOUNT', 0, 'FORCE', 'JUSTID')
    else
      append(letter)
    end
    redis.call('XDEL', KEYS[3], ARGV[i])
    redriven = redriven + 1
  end
  looked, size = looked + 1, size + bytes(letter)
  if size >= tonumber(ARGV[3]) then break end
end
return {redriven, looked}
