const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  shared_buffers: '32MB',
  io_method: 'sync',
  max_connections: '60',
  log_checkpoints: 'off',
  // What people wrote must not reach the log: neither a failed statement nor the key it collided with.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** For clusters that may be lost: tests. */
export const throwaway: Record<string, string> = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  max_connections: '200',
  ...(process.platform === 'win32' ? {} : { file_copy_method: 'clone' }),
};

/** As arguments of `postgres`, the given ones over our own. */
export function serverSettings(given: Record<string, string>): string[] {
  return Object.entries({ ...SETTINGS, ...given }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
