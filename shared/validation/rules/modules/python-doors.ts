/**
 * Functions of Python and of allowed packages that read or write files or addresses, wherever they are
 * laid hands on.
 */
const doors: readonly RegExp[] = [
  /^(?:io|_io|codecs):(?:open|open_code|FileIO|OpenWrapper|StreamReaderWriter)$/,
  /^os:(?:open|fdopen|remove|unlink|rename|renames|replace|mkdir|makedirs|rmdir|removedirs|listdir|scandir|walk|fwalk|read|write|truncate|link|symlink|chmod|chown|stat|mkfifo|sendfile)$/,
  /^shutil:(?:copy\w*|move|rmtree|make_archive|unpack_archive|disk_usage|chown)$/,
  /^(?:pathlib:(?:Path|PosixPath|WindowsPath)\(\)\.(?:open|read_\w+|write_\w+|unlink|rename|replace|mkdir|rmdir|touch|iterdir|r?glob|symlink_to|hardlink_to|chmod))$/,
  /^tempfile:\w+$/,
  /^(?:glob:i?glob|fileinput:(?:input|FileInput)|linecache:getlines?|mmap:mmap|sqlite3:connect|shelve:open|dbm:open|gzip:open|bz2:open|lzma:open|zipfile:ZipFile|tarfile:open)$/,
  /^pandas:(?:read_\w+|ExcelFile|ExcelWriter|HDFStore|to_pickle|io\.(?:\w+\.)*(?:read_\w+|to_\w+|urlopen|get_filepath_or_buffer)|(?:\w+\.)*(?:get_handle|HDFStore|ExcelFile|ExcelWriter|TextFileReader))$/,
  /^pandas:(?:DataFrame|Series|Index)\.to_(?:csv|pickle|parquet|excel|hdf|feather|sql|json|html|latex|stata|orc|xml|gbq|clipboard|markdown)$/,
  /^(?:pytz:open_resource|dateutil:zoneinfo\.(?:tar_open|rebuild\..*)|zoneinfo:(?:_\w+|reset_tzpath|ZoneInfo\.from_file)|numpy:ndarray\.(?:dump|tofile))$/,
  /^numpy:(?:\w+\.)*(?:load|loadtxt|genfromtxt|fromfile|memmap|save|savez|savez_compressed|savetxt|DataSource|recfromcsv|recfromtxt|fromregex|open_memmap)$/,
  /^scipy:(?:io\.(?:\w+\.)*\w*(?:load|save|read|write)\w*|datasets\.\w+)$/,
  /^numpy:.*\(\)\.(?:dump|tofile)$/,
  /^statsmodels:.*\(\)\.save$/,
  /^statsmodels:(?:.*\.)?(?:load_pickle|save_pickle|load|get_rdataset|webuse|webdoc|x13_arima_\w+)$/,
  /^(?:logging:(?:FileHandler|basicConfig|handlers\.\w+|config\.\w+)|wave:open|dateutil:tz\.tzfile|argparse:FileType)$/,
  /^(?:configparser:\w+\(\)\.read|xml:(?:\w+\.)*(?:parse|iterparse)|xml:.*ElementTree\(\)\.(?:write|parse)|gettext:\w+|mimetypes:(?:init|read_mime_types))$/,
];

export const touchesFiles = (path: string): boolean =>
  path === 'open' || (path.includes(':') && doors.some((door) => door.test(path)));

/** Methods of frames and arrays that write a file when they are told where. */
const writers = new Set(
  `to_csv to_pickle to_parquet to_excel to_hdf to_feather to_sql to_json to_html to_latex to_stata to_orc
  to_xml to_gbq to_markdown to_string to_netcdf tofile dump savefig`.split(/\s+/),
);

export const writesFile = (name: string, argumentCount: number): boolean =>
  name === 'to_clipboard' || (argumentCount > 0 && writers.has(name));
