package com.example.bookshop;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A PostgreSQL of the shop's own: empty at every start, gone when the shop stops. */
@Configuration(proxyBeanMethods = false)
class Database {
    @Bean
    EmbeddedPostgres postgres(@Value("${shop.postgres}") Path directory) throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.resolve("programs").toFile())
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(true)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(postgres.getPostgresDatabase());
        return pool;
    }
}
