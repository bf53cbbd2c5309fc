/// RocksDB is not built for the sanitizer, which cannot see how its threads hand work over: neither
/// in the library nor in the string functions that it takes from the program.
extern "C" const char* __tsan_default_suppressions() {
  return "race:librocksdb\ncalled_from_lib:librocksdb\nrace:^rocksdb::WriteBatchInternal::\n";
}
