package com.example.bookshop.books;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

public interface Books extends JpaRepository<Book, UUID>, JpaSpecificationExecutor<Book> {}
