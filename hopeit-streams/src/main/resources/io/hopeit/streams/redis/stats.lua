-- KEYS: stream, retries, dead letters. ARGV: group, consumer.
-- Returns length, lag, pending, those of the consumer, age in ms of the oldest pending one, retries, consumers, dead
-- letters.
if not exists() then return {} end

local function fields(flat)
  local map = {}
  for i = 1, #flat, 2 do map[flat[i]] = flat[i + 1] end
  return map
end

local function millis(id)
  return tonumber(string.match(id, '^%d+'))
end

local length, mine = redis.call('XLEN', stream), nil
for _, flat in ipairs(redis.call('XINFO', 'GROUPS', stream)) do
  local found = fields(flat)
  if found.name == group then mine = found end
end

-- 6.2 never tells it, and later servers do not after some deletions: then few are counted, and many told by time, as
-- if entries came evenly
local function estimate()
  local last = redis.call('XREVRANGE', stream, '+', '-', 'COUNT', 1)[1]
  local delivered = mine['last-delivered-id']
  if not last or last[1] == delivered then return 0 end
  local few = redis.call('XRANGE', stream, '(' .. delivered, '+', 'COUNT', 100)
  if #few < 100 then return #few end
  local unread = few[1]
  local first = redis.call('XRANGE', stream, '-', '+', 'COUNT', 1)[1]
  if first[1] == unread[1] then return length end
  local all = millis(last[1]) - millis(first[1])
  if all == 0 then return 1 end -- at least
  return math.max(1, math.floor(length * (millis(last[1]) - millis(unread[1])) / all))
end

-- a server that has seen deletions may count some that nobody will ever read
local function lag()
  if mine.lag and mine.lag > 0 then
    local unread = redis.call('XRANGE', stream, '(' .. mine['last-delivered-id'], '+', 'COUNT', 1)
    return #unread > 0 and mine.lag or 0
  end
  return mine.lag or estimate()
end

local pending = redis.call('XPENDING', stream, group)
local own = 0
for _, of in ipairs(pending[4] or {}) do
  if of[1] == me then own = tonumber(of[2]) end
end
local age = pending[2] and math.max(0, now() - millis(pending[2])) or 0
local retries, letters = redis.call('ZCARD', KEYS[2]), redis.call('XLEN', KEYS[3])
return {length, lag(), pending[1], own, age, retries, mine.consumers, letters}
