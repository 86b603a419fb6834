-- KEYS: stream, retries. ARGV: group, consumer, cursor, idle ms, count, by when it has to begin or 0.
-- Returns the next cursor, ids that are due, ids that were abandoned, ids of those that the stream has lost, and the time.
local time, latest = now(), tonumber(ARGV[6])
if latest > 0 and time > latest then return {ARGV[3], {}, {}, {}, time} end
if not exists() then return {'0-0', {}, {}, {}, time} end
local retries, cursor, count = KEYS[2], ARGV[3], tonumber(ARGV[5])
local ready, abandoned, gone = {}, {}, {}

local function isThere(id)
  if #redis.call('XRANGE', stream, id, id) > 0 then return true end
  redis.call('ZREM', retries, id)
  redis.call('XACK', stream, group, id)
  gone[#gone + 1] = id
end

local due, taken = redis.call('ZRANGEBYSCORE', retries, '-inf', time, 'LIMIT', 0, count), {}
for i = 1, #due do
  local id = due[i]
  redis.call('ZREM', retries, id)
  if #redis.call('XPENDING', stream, group, id, id, 1) > 0 then
    redis.call('XCLAIM', stream, group, me, 0, id, 'JUSTID')
    if isThere(id) then
      ready[#ready + 1] = id
      taken[id] = true
    end
  end
end

if #due < count then
  local answer = redis.call('XAUTOCLAIM', stream, group, me, ARGV[4], cursor, 'COUNT', count - #due, 'JUSTID')
  cursor = answer[1]
  local claimed, lost = answer[2], answer[3]
  for i = 1, #claimed do
    local id = claimed[i]
    -- 6.2 does not tell which are lost
    if (lost or isThere(id)) and not taken[id] and not redis.call('ZSCORE', retries, id) then
      abandoned[#abandoned + 1] = id
    end
  end
  for i = 1, #(lost or {}) do
    redis.call('ZREM', retries, lost[i])
    gone[#gone + 1] = lost[i]
  end
end
return {cursor, ready, abandoned, gone, time}
