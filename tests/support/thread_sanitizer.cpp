/// RocksDB is not built for the sanitizer, which cannot see how its threads hand work over: neither
/// in the library nor in the string functions that it takes from the program.
extern "C" const char* __tsan_default_suppressions() {
  return "race:librocksdb\ncalled_from_lib:librocksdb\nrace:^rocksdb::WriteBatchInternal::\n";
}

/// The longest memory of each thread's past, so that what is to be suppressed can be recognised.
extern "C" const char* __tsan_default_options() {
  return "history_size=7";
}
