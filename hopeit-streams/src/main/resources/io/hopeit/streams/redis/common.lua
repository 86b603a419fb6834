-- Put before every script. KEYS[1] is the stream, ARGV[1] the group, ARGV[2] the consumer that asks.
local stream, group, me = KEYS[1], ARGV[1], ARGV[2]

-- Whether the stream and its group exist; any other trouble ends the script.
local function exists()
  local answer = redis.pcall('XPENDING', stream, group, '-', '+', 1, me)
  if not answer.err then return true end
  if string.find(answer.err, 'NOGROUP', 1, true) then return false end
  redis.call('XPENDING', stream, group, '-', '+', 1, me)
end

-- How often an entry was delivered, if it belongs to the one who asks.
local function deliveries(id)
  local found = redis.call('XPENDING', stream, group, id, id, 1, me)[1]
  return found and found[4]
end

-- Makes an entry the consumer's, and tells whether it is: one that the stream has lost is pending no more on servers
-- later than 6.2.
local function claim(id, ...)
  local options = {...}
  options[#options + 1] = 'JUSTID'
  return #redis.call('XCLAIM', stream, group, me, 0, id, unpack(options)) > 0
end

-- Those of ARGV, from the given place on, that belong to the one who asks.
local function owned(from)
  local ids = {}
  if exists() then
    for i = from, #ARGV do
      if deliveries(ARGV[i]) then ids[#ids + 1] = ARGV[i] end
    end
  end
  return ids
end

-- Milliseconds of the server's clock.
local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- What a dead letter says beside what it was.
local function dead(letter)
  local about = {}
  for f = 1, #letter[2], 2 do
    if string.sub(letter[2][f], 1, 4) == 'dlq.' then about[letter[2][f]] = letter[2][f + 1] end
  end
  return about
end

-- How large an entry is; one that is not there is nothing.
local function bytes(entry)
  local size = 0
  for f = 1, entry and #entry[2] or 0 do size = size + #entry[2][f] end
  return size
end
