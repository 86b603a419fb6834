-- KEYS: dead letters. Returns the id of the newest one, of whichever group; empty without any.
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
return {newest and newest[1] or ''}
