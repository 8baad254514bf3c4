/*
 * When it starts, libgit2 has mbed TLS read the system's certificates, for connections that nothing here ever
 * makes: half of what a question to git costs (3 to 7 ms). A plugin is searched for symbols before the libraries
 * it needs, so that libgit2's calls end here. Where libgit2 uses another library, nobody calls these.
 */
int mbedtls_x509_crt_parse_file(void *chain, const char *path);
int mbedtls_x509_crt_parse_path(void *chain, const char *path);

__attribute__((visibility("default"))) int mbedtls_x509_crt_parse_file(void *chain, const char *path)
{
	(void)chain, (void)path;
	return 0; /* read, and there were none */
}

__attribute__((visibility("default"))) int mbedtls_x509_crt_parse_path(void *chain, const char *path)
{
	return mbedtls_x509_crt_parse_file(chain, path);
}
