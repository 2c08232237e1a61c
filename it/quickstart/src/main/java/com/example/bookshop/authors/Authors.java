package com.example.bookshop.authors;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Authors extends JpaRepository<Author, UUID> {}
