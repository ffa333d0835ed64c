-- Adds games to the lists of their players. KEYS: user_games of each player
-- ARGV: milliseconds to live, then a game for each key
for i = 1, #KEYS do
  redis.call('SADD', KEYS[i], ARGV[i + 1])
  redis.call('PEXPIRE', KEYS[i], ARGV[1])
end
return {'OK'}
