package dev.menagerie.server.chaos;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import java.util.SplittableRandom;

/** What is in a running Redis. Its users have no FLUSHALL and no KEYS, but scripts. */
record RedisData(String url) {
  private static final String DELETE_MATCHING =
      """
      local deleted, cursor = 0, '0'
      local all = {}
      repeat
        local part = redis.call('SCAN', cursor, 'MATCH', ARGV[1], 'COUNT', 1000)
        cursor = part[1]
        for _, key in ipairs(part[2]) do all[#all + 1] = key end
      until cursor == '0'
      table.sort(all)
      if ARGV[2] == '*' then
        for _, key in ipairs(all) do deleted = deleted + redis.call('UNLINK', key) end
      elseif #all > 0 then
        deleted = redis.call('UNLINK', all[1 + ARGV[2] % #all])
      end
      return deleted
      """;

  /** As FLUSHALL does, in one step. */
  void deleteEverything() {
    delete("*", "*");
  }

  /** Any running game's. */
  void deleteGame(SplittableRandom random) {
    delete("game:*", Integer.toString(random.nextInt(Integer.MAX_VALUE)));
  }

  private void delete(String pattern, String which) {
    try (var client = RedisClient.create(url)) {
      client
          .connect()
          .sync()
          .eval(DELETE_MATCHING, ScriptOutputType.INTEGER, new String[0], pattern, which);
    }
  }
}
