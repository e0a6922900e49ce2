# Pages fetched from the web, only where the person asks for it.
cli-fetch = Fetches the addresses that are named from the web; without it nothing is fetched
fetch-not-allowed = This is a web address. Cotejo does not use the network unless it is asked to: in the window, paste the address; on the command line, add --fetch. Or save the page in the browser and open the file.
fetch-unreachable = There was no answer. Check the address and the connection, or save the page in the browser and open the file.
fetch-refused = The server does not give the page without an account or a browser (answer { $code }). Open it in the browser, save it and open the file.
fetch-gone = There is no page at this address (answer { $code }). Check the address.
fetch-status = The server could not give the page (answer { $code }). Try later, or save it in the browser and open the file.
fetch-insecure = Whose the server is could not be proved, and nothing of it was read. Open it in the browser, and if it can be trusted, save it and open the file.
fetch-too-slow = The server took more than 30 seconds and was not waited for any longer. Try again, or save the page in the browser and open the file.
fetch-too-large = The page has more than { $size } MB and was not read. Save it in the browser as text alone, and open the file.
fetch-redirects = The address leads to another, and that one to another, without end. Open it in the browser, save it and open the file.
fetch-title = Fetch from the web
fetch-why-one = What you pasted is a web address. Cotejo works without the network; to read this page it has to ask { $host } for it, who will know that somebody here asks.
fetch-why-many = What you pasted are web addresses. Cotejo works without the network; to read these pages it has to ask { $host } for them, who will know that somebody here asks.
fetch-more = and { $count } more
fetch-once = { $count ->
    [one] Fetch the page
   *[other] Fetch the pages
}
fetch-always = Always fetch the addresses that I paste, without asking
fetch-kept = The page is kept in the case, with the hour and its fingerprint (SHA-256). Nothing that it links to is fetched.
phase-fetching = { $total ->
    [1] Asking for the page…
   *[other] Asking for pages: { $done } of { $total }
}
settings-network = Network
settings-fetch = Fetch web addresses that are pasted
settings-fetch-why = Without it, Cotejo asks each time. It never connects by itself.
report-fetched = fetched from the web on { $date }
verify-fetched = it was fetched from the web, and Cotejo does not ask for it again by itself. Save the page beside the report, and look at it in the browser.
