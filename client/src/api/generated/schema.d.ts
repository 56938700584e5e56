export interface paths {
    "/api/v1/artwork/cache": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Cache Figures
         * @description Count our copies of pictures, those that no title has, and those to be got anew.
         */
        get: operations["get_cache_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artwork/candidates/{candidate_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject Candidate
         * @description Let a picture be offered for no title of this installation any more, nor any like it.
         *
         *     Titles that have it have their pictures chosen anew, but for what is locked.
         */
        post: operations["reject_candidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artwork/candidates/{candidate_id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Candidate Thumbnail
         * @description Return a candidate, made small, as WebP: our copy, or what its provider shows of it.
         */
        get: operations["get_candidate_thumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artwork/images/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Image
         * @description Return our copy of a picture, made small, as WebP; it is the same for ever.
         */
        get: operations["get_image"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artwork/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rejections
         * @description List rejected pictures, the latest first.
         */
        get: operations["list_rejections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artwork/rejections/{rejection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take Rejection Back
         * @description Let a rejected picture be offered again.
         */
        delete: operations["take_rejection_back"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artwork/rejections/{rejection_id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Rejected Thumbnail
         * @description Return a rejected picture, made small, as WebP, while its provider still has it.
         */
        get: operations["get_rejected_thumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audio/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audio Files
         * @description List files by path with their sound tracks, which one is wanted, and why.
         */
        get: operations["list_audio_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audio/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Audio
         * @description Count files by whether they start with the right track, and by why; nothing is written.
         *
         *     Filters mean the titles that the list shows under the same ones; without any, every file counts.
         */
        get: operations["preview_audio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audio/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rules
         * @description List the language rules, the one that is asked first before the others.
         */
        get: operations["list_rules"];
        put?: never;
        /**
         * Add Rule
         * @description Make a language rule; every file is judged anew by it, and none is written.
         */
        post: operations["add_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audio/rules/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Order Rules
         * @description Let the rules be asked in this order, which names each of them once.
         */
        put: operations["order_rules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audio/rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Rule
         * @description Say what a rule would do before it is saved: how many files it decides about, and changes.
         *
         *     Nothing is kept. Counts stand on the first page; `after` goes on with the list of files.
         */
        post: operations["preview_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audio/rules/{rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace Rule
         * @description Let a language rule say something else, in its place; what is left out fits everywhere.
         */
        put: operations["replace_rule"];
        post?: never;
        /**
         * Remove Rule
         * @description Forget a language rule.
         */
        delete: operations["remove_rule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit Entries
         * @description List what was done, and by whom, the latest first.
         */
        get: operations["list_audit_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Backups
         * @description List every backup, the newest first, and how the last restore ended.
         */
        get: operations["list_backups"];
        put?: never;
        /**
         * Make Backup
         * @description Queue a backup; while one waits already, that one is returned.
         */
        post: operations["make_backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Backup
         * @description Return what a backup says of itself.
         */
        get: operations["get_backup"];
        put?: never;
        post?: never;
        /**
         * Delete Backup
         * @description Delete a backup for good.
         */
        delete: operations["delete_backup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups/{name}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Backup
         * @description Queue a check to the last byte: is it whole, and could it be restored here?
         */
        post: operations["check_backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups/{name}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Backup
         * @description Download a backup: one ZIP archive, to be kept as carefully as the installation itself.
         */
        get: operations["download_backup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups/{name}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Backup
         * @description Queue a restore: the backup is checked, then the server starts again with its state.
         *
         *     Whatever refuses leaves everything as it is. The state before is kept as a backup, everybody is
         *     signed out, and `GET /backups` says how it ended.
         */
        post: operations["restore_backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Batches
         * @description List batches, the newest first; `next` is the `before` of the next page.
         */
        get: operations["list_batches"];
        put?: never;
        /**
         * Start Batch
         * @description Queue a run over files and folders in libraries, or over what a filter means.
         *
         *     Each file gets the right default track by an edit of its header; a file that is right already is
         *     not written. The job's progress is the batch's; what it wrote is one change, to be undone.
         */
        post: operations["start_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Batch Statistics
         * @description Count the batches of the last days, and what became of files in them.
         */
        get: operations["get_batch_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Batch
         * @description Return a batch, how far it is, and when it will be done.
         */
        get: operations["get_batch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batch_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Batch
         * @description Cancel a batch; what it has written stays, and can be undone.
         */
        post: operations["cancel_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batch_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Batch Files
         * @description List what became of a batch's files, and why; `next` is the `after` of the next page.
         */
        get: operations["list_batch_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Change Sets
         * @description List what was written, the newest first; `next` is the `before` of the next page.
         *
         *     With `undone=false&undoes=false&limit=1` it is what an undo would take back next.
         */
        get: operations["list_change_sets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Change Choices
         * @description Name what the list of changes can be narrowed by.
         */
        get: operations["list_change_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/interrupted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Interrupted Changes
         * @description List what a crash cut short and could not be put back by itself, since something changed it.
         *
         *     Each is tried again at every start.
         */
        get: operations["list_interrupted_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/interrupted/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Dismiss Interrupted Change
         * @description Leave the file as it is, and forget the bytes that stood there before the crash.
         */
        delete: operations["dismiss_interrupted_change"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/{change_set_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Change Set
         * @description Return a set with its changes: each file before and after, and why.
         */
        get: operations["get_change_set"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/{change_set_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo Change Set
         * @description Queue the undo of a set, or of some of its changes; what was taken back is refused.
         */
        post: operations["undo_change_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/{change_set_id}/undo/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Undo
         * @description Tell what an undo would take back now, and what it would leave alone; nothing is written.
         */
        post: operations["preview_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cleanup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clean Up
         * @description Queue the sweep that runs each night by itself: it forgets what is older than it is kept.
         */
        post: operations["clean_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cleanup/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Cleanup
         * @description Tell how much the sweep would forget now; nothing is changed.
         */
        post: operations["preview_cleanup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Connections
         * @description List the connections and how they are, the one that is asked first before the others.
         */
        get: operations["list_connections"];
        put?: never;
        /**
         * Add Connection
         * @description Make a connection; one that does not work is refused with what is wrong.
         *
         *     With `even_if_failing` it is made all the same: a player may be off now.
         */
        post: operations["add_connection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/discover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discover Services
         * @description Look for services at their usual addresses, for a few seconds; none is told a secret.
         */
        post: operations["discover_services"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Connection Kinds
         * @description List the kinds of services there are, what each can do, and what it has to be told.
         */
        get: operations["list_connection_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Order Connections
         * @description Let the connections be asked in this order, which names each of them once.
         */
        put: operations["order_connections"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/paths": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Map Path
         * @description Say where a path of a service lies here, or how the service writes a path of ours.
         */
        post: operations["map_path"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Connection Draft
         * @description Try a connection that is not saved, or one with something said anew; nothing is kept.
         */
        post: operations["try_connection_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Connection
         * @description Return a connection and how it is; its secrets are never shown.
         */
        get: operations["get_connection"];
        put?: never;
        post?: never;
        /**
         * Remove Connection
         * @description Forget a connection, its secrets and all that the service told.
         */
        delete: operations["remove_connection"];
        options?: never;
        head?: never;
        /**
         * Change Connection
         * @description Let a connection be otherwise; it is tried first if it is told something else.
         *
         *     What is secret and not said anew stays, unless the address is another: then it has to be said.
         */
        patch: operations["change_connection"];
        trace?: never;
    };
    "/api/v1/connections/{connection_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Connection
         * @description Try a connection as it is, and note how it is.
         */
        post: operations["try_connection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deliveries
         * @description List what was reported, the newest first; `next` is the `before` of the next page.
         */
        get: operations["list_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Delivery
         * @description Return a report with what was sent; secrets in it are masked.
         */
        get: operations["get_delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Delivery
         * @description Have a report taken up once more, as if it had just come.
         */
        post: operations["replay_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow Events
         * @description Follow what changes, as server-sent events.
         *
         *     After a break, `Last-Event-ID` goes on where it was: nothing is lost, nothing comes twice. An
         *     event `resync` says that too much was missed: read again whatever is shown.
         *
         *     The topic `logs` is the log as it is said, for admins: `logs.written` holds entries, and how
         *     many were passed over because there were too many. It has no id: `/logs` has what was before.
         */
        get: operations["follow_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Faults
         * @description List what is wrong with files on the disk, in the order it was found.
         */
        get: operations["list_faults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Features
         * @description Tell which capabilities are switched on; a client hides the others.
         */
        get: operations["list_features"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Everything
         * @description Count what the installation holds: rows by room and table, bytes, backups.
         */
        get: operations["count_everything"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file_id}/audio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get File Audio
         * @description Say which track of a file shall play first, why, and what would be written for it.
         */
        get: operations["get_file_audio"];
        put?: never;
        /**
         * Fix File Audio
         * @description Queue a fix of a file's default track, in its header alone; while one waits, it is that.
         */
        post: operations["fix_file_audio"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Folders
         * @description List the folders on the server's disk in which a library may lie.
         */
        get: operations["list_folders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Jobs
         * @description List jobs, the newest first; `next` is the `before` of the next page.
         */
        get: operations["list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find Job
         * @description Return the one job whose id this is, or begins or ends with it.
         */
        get: operations["find_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Job Statistics
         * @description Tell how the jobs of the last days fared, by kind and day, the latest day first.
         */
        get: operations["get_job_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Job
         * @description Return everything about one job, with its steps in the order they ended.
         */
        get: operations["get_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Job
         * @description Raise or lower a job that still waits.
         */
        patch: operations["change_job"];
        trace?: never;
    };
    "/api/v1/jobs/{job_id}/after": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Run Job After
         * @description Let a job that waits start only once another has completed; if that fails, it is skipped.
         */
        put: operations["run_job_after"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run Job Again
         * @description Queue a new job with the arguments of one that has ended.
         */
        post: operations["run_job_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Job
         * @description Cancel a job that waits at once; ask one that runs to end.
         */
        post: operations["cancel_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Job Lines
         * @description List the lines of a job's log in order, from the one after line `after` on.
         */
        get: operations["list_job_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}/now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run Job Now
         * @description Let a job that waits start as soon as there is a place, whatever it waits for.
         */
        post: operations["run_job_now"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/libraries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Libraries
         * @description List every library, how it is watched, and how much it holds.
         */
        get: operations["list_libraries"];
        put?: never;
        /**
         * Add Library
         * @description Make a library of folders on the server's disk; nothing in them is touched.
         */
        post: operations["add_library"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/libraries/{library_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Library
         * @description Return a library, how it is watched, and how much it holds.
         */
        get: operations["get_library"];
        put?: never;
        post?: never;
        /**
         * Remove Library
         * @description Forget a library and what is known of its titles; its files stay as they are.
         */
        delete: operations["remove_library"];
        options?: never;
        head?: never;
        /**
         * Change Library
         * @description Change a library's name, language, folders, automation, or what becomes of hard links.
         *
         *     Nothing on the disk is touched.
         *
         *     What lay in a folder that is removed is missing at once. A scan finds again what now lies in
         *     another folder of the library, as it was; the rest is forgotten after the days of grace, and
         *     what was decided about it is kept. Adding the folder again before that brings all of it back.
         */
        patch: operations["change_library"];
        trace?: never;
    };
    "/api/v1/libraries/{library_id}/artwork": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Library Artwork
         * @description Return what a library wants of its pictures: the usual, and what was said for it.
         */
        get: operations["get_library_artwork"];
        /**
         * Set Library Artwork
         * @description Say what a library wants of its pictures; what is not said is as usual.
         *
         *     Nothing is chosen anew by it until somebody asks for that.
         */
        put: operations["set_library_artwork"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/libraries/{library_id}/artwork/select": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Select Library Artwork
         * @description Queue that all pictures of a library are chosen anew, but for what is locked.
         */
        post: operations["select_library_artwork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/libraries/{library_id}/naming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Naming
         * @description Say for whose players a library's files are named.
         */
        get: operations["get_naming"];
        /**
         * Set Naming
         * @description Say for whose players a library's files are named; what stands is renamed when published.
         */
        put: operations["set_naming"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/libraries/{library_id}/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Process
         * @description Count what each pass over a library would look into; nothing is done.
         */
        get: operations["preview_process"];
        put?: never;
        /**
         * Process
         * @description Queue passes over a library: it is scanned, and its titles are looked after.
         */
        post: operations["process"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/libraries/{library_id}/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Scan
         * @description Queue a scan of a library; while one waits already, that one is returned.
         */
        post: operations["scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Log Entries
         * @description List what the server has said, the newest first; after a place, the oldest first.
         */
        get: operations["list_log_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Log
         * @description Return the whole log as one compressed file, one JSON document in each line.
         */
        get: operations["download_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Metadata Status
         * @description Tell how far every service has come with describing titles, and what waits.
         */
        get: operations["get_metadata_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metadata/candidates/{candidate_id}/poster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Candidate Poster
         * @description Return the poster of a work that a title may be, made small, as WebP; 404 without one.
         */
        get: operations["get_candidate_poster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metadata/unidentified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Unidentified
         * @description List titles that nobody has identified, each with the likeliest works that it may be.
         */
        get: operations["list_unidentified"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notices
         * @description List what one was told and will be, the newest first.
         */
        get: operations["list_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Channels
         * @description List where one is told; the addresses are never shown.
         */
        get: operations["list_channels"];
        put?: never;
        /**
         * Add Channel
         * @description Make a channel: a test is sent over it, and one that does not work is refused.
         *
         *     With `even_if_failing` it is made all the same. An admin's may lie in a private network,
         *     everybody else's only on the internet.
         */
        post: operations["add_channel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/channels/{channel_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Channel
         * @description Forget a channel, its address and what was told over it.
         */
        delete: operations["remove_channel"];
        options?: never;
        head?: never;
        /**
         * Change Channel
         * @description Let a channel be otherwise; to switch it on forgets its failures.
         */
        patch: operations["change_channel"];
        trace?: never;
    };
    "/api/v1/notifications/channels/{channel_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Channel
         * @description Send a test over a channel, and note how it is.
         */
        post: operations["try_channel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Wishes
         * @description Return what one wants to hear, and when each kind would be told by now, with the reason.
         */
        get: operations["get_wishes"];
        /**
         * Keep Wishes
         * @description Say what one wants to hear, and when; what waits already comes as it was decided.
         */
        put: operations["keep_wishes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Onboarding
         * @description Say which steps are settled, and what is asked next.
         */
        get: operations["get_onboarding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/onboarding/roots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Roots
         * @description Ask every download manager for its folders, and say which library each lies in.
         */
        post: operations["check_roots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/onboarding/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Settle Step
         * @description Settle a step, or settle it otherwise.
         */
        put: operations["settle_step"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Publications
         * @description List what was published, put back, or failed, the newest first.
         */
        get: operations["list_publications"];
        put?: never;
        /**
         * Publish Titles
         * @description Queue the publication of many titles and all below them, as one job and one change.
         *
         *     They are named in the body, or all those that the list shows under the same filters. With
         *     `dry_run`, the job only says what it would do.
         */
        post: operations["publish_titles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Publications
         * @description Say what publishing many titles would do; of very many, only the first are looked at.
         */
        post: operations["preview_publications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rebuild Publications
         * @description Queue that what stands beside the media is known again as published; nothing is written.
         *
         *     For a database that was made anew: scan the libraries first.
         */
        post: operations["rebuild_publications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Publication
         * @description Return a publication with its files; those of one that stands no more are as they were.
         */
        get: operations["get_publication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Schedules
         * @description List what starts by itself, and when it does next; the next one first.
         */
        get: operations["list_schedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Schedule
         * @description Change when a schedule starts, pause it, or let it go on; it catches nothing up.
         */
        patch: operations["change_schedule"];
        trace?: never;
    };
    "/api/v1/schedules/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run Schedule
         * @description Queue a schedule's job at once; when it is due next stays as it is.
         */
        post: operations["run_schedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secret-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Secret Key
         * @description Seal every secret with a new key, or with the newest that the configuration names.
         *
         *     The keys before it stay, so that an earlier backup can be restored, unless `forget_old`.
         */
        post: operations["rotate_secret_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sessions
         * @description List the devices on which the caller is signed in.
         */
        get: operations["list_sessions"];
        put?: never;
        /**
         * Sign In
         * @description Sign in with name and password.
         */
        post: operations["sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Caller
         * @description Tell who makes this request.
         */
        get: operations["show_caller"];
        put?: never;
        post?: never;
        /**
         * Sign Out
         * @description End the session that asks.
         */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Other Sessions
         * @description End every session of the caller but the one that asks.
         */
        delete: operations["end_other_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh Session
         * @description Exchange the refresh token, from the body or the cookie, for new tokens.
         */
        post: operations["refresh_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Session
         * @description End a session: one's own, and for an admin anybody's.
         */
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Settings
         * @description List all settings with their values, defaults and help, and the locked configuration.
         */
        get: operations["list_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Settings
         * @description Return everything that was set, without secrets, as it can be imported elsewhere.
         */
        get: operations["export_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Changes
         * @description List who changed what, the newest first.
         */
        get: operations["list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Settings
         * @description Set everything that an exported document names, or only tell what that would change.
         */
        post: operations["import_settings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Settings
         * @description Return the settings of this name.
         */
        get: operations["get_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Settings
         * @description Set some fields; 409 when somebody else has changed them since `version` was seen.
         */
        patch: operations["change_settings"];
        trace?: never;
    };
    "/api/v1/settings/{name}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Settings
         * @description Give some fields, or all, their defaults back.
         */
        post: operations["reset_settings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Setup
         * @description Tell whether the first admin is still to be made.
         */
        get: operations["show_setup"];
        put?: never;
        /**
         * Set Up
         * @description Make the first admin, once, and sign them in.
         */
        post: operations["set_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Titles
         * @description List titles by pages, narrowed by filters; movies and series unless `kind` says others.
         */
        get: operations["list_titles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit Titles
         * @description Change what is said of many titles: those that are named, or all that the filter means.
         */
        post: operations["edit_titles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/enrich": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enrich Titles
         * @description Ask every service about many titles, before all others: those named, or all that fit.
         */
        post: operations["enrich_titles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Titles
         * @description Count titles under the same filters as the list, by every value they have.
         */
        get: operations["count_titles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find Title
         * @description Return everything about the one title of this name or id; 409 when several answer to it.
         */
        get: operations["find_title"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/inventory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Inventory
         * @description List titles of every kind with their files, tracks and artwork, as a script wants them.
         *
         *     `title` means it and all below; with `folder`, a page may be empty before the last.
         */
        get: operations["list_inventory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/monitor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Monitor Titles
         * @description Let automation look after many titles and everything below them, or leave them all alone.
         *
         *     They are named in the body, or all those that the list shows under the same filters; all movies
         *     and series are meant by both of these kinds.
         */
        post: operations["monitor_titles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search Titles
         * @description Find titles by the beginnings of words, whatever their case, accents, or one typo.
         *
         *     The filters of the list narrow here too; without `kind`, episodes are found as well.
         */
        get: operations["search_titles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Title
         * @description Return everything about a title.
         */
        get: operations["get_title"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Title
         * @description Change what is said of a title, or whether automation looks after it and all below it.
         *
         *     A field that is set is locked: no service says it any more, until it is unlocked.
         */
        patch: operations["change_title"];
        trace?: never;
    };
    "/api/v1/titles/{title_id}/artwork": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Title Artwork
         * @description Return the pictures that a title has, why, and how many it could have.
         */
        get: operations["get_title_artwork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/artwork/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard Artwork Choices
         * @description Take back all picks, uploads, locks and rejections of a title's pictures.
         *
         *     They are chosen anew by the score, which is queued; a picture that was rejected at this title
         *     may be offered to every title again.
         */
        post: operations["discard_artwork_choices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/artwork/select": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Select Title Artwork
         * @description Queue that a title's pictures, and those of all below it, are chosen anew by the score.
         */
        post: operations["select_title_artwork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/artwork/{artwork_type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Artwork
         * @description Return a picture of a title, as WebP; named by its `version`, it may be kept.
         */
        get: operations["get_artwork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/artwork/{artwork_type}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Candidates
         * @description List what is offered for a title, the best first, each with the parts of its score.
         */
        get: operations["list_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/artwork/{artwork_type}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Lock Artwork
         * @description Let a title's pictures of a type stay as they are, none included, or lift that.
         */
        put: operations["lock_artwork"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/artwork/{artwork_type}/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Pick Artwork
         * @description Give a title a picture: a candidate, or whatever is at an address on the internet.
         *
         *     Its type is locked: the score changes it no more.
         */
        put: operations["pick_artwork"];
        post?: never;
        /**
         * Take Artwork Away
         * @description Take a picture away from a title; its type is locked, so that none takes its place.
         */
        delete: operations["take_artwork_away"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/artwork/{artwork_type}/{number}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Upload Artwork
         * @description Give a title a picture of one's own; what it is, its bytes say, whatever it is called.
         */
        put: operations["upload_artwork"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/audio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Title Audio
         * @description Say of each file of a title, and of those below it, which track shall play first, and why.
         *
         *     With it stands what would be written, as the files are just read; by pages, in order of paths.
         */
        get: operations["get_title_audio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/audio/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Pin Track
         * @description Choose a track for a title and all below it, whatever rules and languages say.
         *
         *     In a file without that very track, the best one in its language is meant. Nothing is written
         *     into the files.
         */
        put: operations["pin_track"];
        post?: never;
        /**
         * Take Pin Back
         * @description Let rules and languages decide about a title again.
         */
        delete: operations["take_pin_back"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Likely Works
         * @description List the works that a movie or series may be, as the last search found them.
         */
        get: operations["list_likely_works"];
        put?: never;
        /**
         * Search Likely Works
         * @description Search for the works that a movie or series may be, under its own name or another.
         */
        post: operations["search_likely_works"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/candidates/{candidate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose Work
         * @description Take a title for the work that was chosen; it is described right after.
         *
         *     409 when another title of its library is that work already.
         */
        post: operations["choose_work"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/enrich": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enrich Title
         * @description Queue a look at what every service says of a title, or of the series it belongs to.
         */
        post: operations["enrich_title"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Identify Title
         * @description Say which work a movie or series is, in the place of what its name and its NFO file say.
         *
         *     These ids are locked: no scan changes them, and they return with the title after it was gone.
         *     409 when another title of the library has one of them.
         */
        put: operations["identify_title"];
        post?: never;
        /**
         * Take Ids Back
         * @description Let the name and the NFO file of a movie or series say again which work it is.
         *
         *     A scan that reads them is queued; ids that nobody has said by hand stay as they are.
         */
        delete: operations["take_ids_back"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Title Metadata
         * @description Tell who was asked about a title, what came of it, and whose data it shows.
         */
        get: operations["get_title_metadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Title Publication
         * @description Say what stands of a title, whether something new is known, and what keeps going wrong.
         */
        get: operations["get_title_publication"];
        put?: never;
        /**
         * Publish Title
         * @description Queue the publication of a title and all below it.
         */
        post: operations["publish_title"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/publication/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard Changes
         * @description Let a title be known again as it was published; edits since then are lost.
         *
         *     409 when nothing of it was ever published.
         */
        post: operations["discard_changes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/publication/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Publish Plan
         * @description Say what publishing a title would write, file by file and line by line.
         */
        get: operations["get_publish_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/publication/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Title
         * @description Queue that what was published of a title and is gone or altered is put back.
         */
        post: operations["restore_title"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/subtitles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Title Subtitles
         * @description List the subtitles in a title's films and beside them, and which files their text would be.
         *
         *     Of a series and a season, the list is empty: ask for their episodes.
         */
        get: operations["get_title_subtitles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/subtitles/extract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extract Subtitles
         * @description Queue that text tracks are written as files beside the film, under the names that are listed.
         *
         *     No file is ever written over; what is written can be undone.
         */
        post: operations["extract_subtitles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/subtitles/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch Subtitle
         * @description Queue that a subtitle which a service offers stands beside the film as `Film.fr.srt`.
         *
         *     No file is ever written over; what is written can be undone.
         */
        post: operations["fetch_subtitle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/subtitles/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Subtitle Offers
         * @description Ask connected services which subtitles they have of a movie or an episode, the best first.
         */
        get: operations["list_subtitle_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/trailer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch Trailer
         * @description Queue that a title's trailer is fetched with yt-dlp, and stands beside its film.
         *
         *     The job says why none is: fetching is off, yt-dlp is not installed, no service names one.
         */
        post: operations["fetch_trailer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tokens
         * @description List the caller's API tokens.
         */
        get: operations["list_tokens"];
        put?: never;
        /**
         * Make Token
         * @description Make an API token; its text is told this once.
         */
        post: operations["make_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Token
         * @description Let an API token be valid no longer: one's own, and for an admin anybody's.
         */
        delete: operations["revoke_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description List everybody who may sign in.
         */
        get: operations["list_users"];
        put?: never;
        /**
         * Add User
         * @description Add somebody who may sign in.
         */
        post: operations["add_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Oneself
         * @description Show the user who asks.
         */
        get: operations["show_oneself"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Oneself
         * @description Say in which language one is written to.
         */
        patch: operations["change_oneself"];
        trace?: never;
    };
    "/api/v1/users/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Own Password
         * @description Change one's password; every other session of the caller ends.
         */
        put: operations["change_own_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List All Tokens
         * @description List everybody's API tokens, without their texts.
         */
        get: operations["list_all_tokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show User
         * @description Show a user.
         */
        get: operations["show_user"];
        put?: never;
        post?: never;
        /**
         * Remove User
         * @description Remove a user with their sessions and tokens.
         */
        delete: operations["remove_user"];
        options?: never;
        head?: never;
        /**
         * Change User
         * @description Give a user another role, at once, or write to them in another language.
         */
        patch: operations["change_user"];
        trace?: never;
    };
    "/api/v1/users/{user_id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Password
         * @description Give a user another password; their sessions end.
         */
        put: operations["set_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sessions Of
         * @description List the devices on which a user is signed in.
         */
        get: operations["list_sessions_of"];
        put?: never;
        post?: never;
        /**
         * End Sessions Of
         * @description Sign a user out everywhere; their API tokens stay.
         */
        delete: operations["end_sessions_of"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Token For
         * @description Make an API token of a user; its text is told this once, and no token may ask for it.
         */
        post: operations["make_token_for"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Verifications
         * @description List comparisons with the disks, the newest first.
         */
        get: operations["list_verifications"];
        put?: never;
        /**
         * Start Verification
         * @description Queue a comparison of what was published with the disks; what is not right is put right.
         */
        post: operations["start_verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifications/{verification_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Verification
         * @description Return one comparison with the disks, and how much it has found so far.
         */
        get: operations["get_verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifications/{verification_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Verified Files
         * @description List the files that were not as they were published, and what became of each.
         */
        get: operations["list_verified_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Senders
         * @description List the connections that can report by themselves, and whether they do.
         */
        get: operations["list_senders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{connection_id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get Sender Address
         * @description Return where a connection reports, with its secret; a new one takes the place of the old.
         */
        post: operations["get_sender_address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{connection_id}/set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Up Sender
         * @description Tell Radarr or Sonarr where to report; it sends a report at once, to try it.
         */
        post: operations["set_up_sender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Workers
         * @description List the processes that run jobs, and how many each runs now.
         */
        get: operations["list_workers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics
         * @description Return every figure in the text format of Prometheus.
         */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive Report
         * @description Take a report of the only connection of a kind, by a password, a header or a signature.
         *
         *     The password is the secret at the end of the connection's own address; as a header it is
         *     `X-Webhook-Token` or `Authorization`, or the key by which `X-Webhook-Signature` signs the body
         *     (HMAC-SHA256, in hexadecimal digits). It is answered once it is kept for good.
         */
        post: operations["receive_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook/{kind}/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive Report By Address
         * @description Take a report at a connection's own address, which ends in its secret.
         */
        post: operations["receive_report_by_address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Accepted
         * @description A report is kept.
         */
        Accepted: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * AddressWanted
         * @description Whether the address shall be a new one; the one before then is no longer known.
         * @example {
         *       "is_new": false
         *     }
         */
        AddressWanted: {
            /**
             * Is New
             * @default false
             */
            is_new: boolean;
        };
        /**
         * ArtworkDocument
         * @description A picture beside the media; its `version` changes when the picture does.
         */
        ArtworkDocument: {
            /** Number */
            number: number;
            /** Path */
            path: string;
            /** Type */
            type: string;
            /** Version */
            version: string;
        };
        /**
         * Attachment
         * @description A file inside the container, such as a font or a cover; its bytes are never read.
         */
        Attachment: {
            /** Media Type */
            media_type?: string | null;
            /** Name */
            name: string;
            /**
             * Size Bytes
             * @default 0
             */
            size_bytes: number;
        };
        /**
         * AudioPreview
         * @description How many files start as they should, by state, and the commonest reasons, most files first.
         *
         *     `unjudged` ones are being judged, and will soon be counted.
         */
        AudioPreview: {
            /** Files */
            files: number;
            /** Reasons */
            reasons: components["schemas"]["ReasonCount"][];
            /** Right */
            right: number;
            /** Unfit */
            unfit: number;
            /** Unjudged */
            unjudged: number;
            /** Wrong */
            wrong: number;
        };
        /**
         * AudioTrack
         * @description One sound track; `language` is a normalised BCP 47 tag, `language_written` as in the file.
         *
         *     `is_default` is Matroska's FlagDefault (absent means true) or MP4's track_enabled. `bitrate` is
         *     in bits per second, `sample_rate` in hertz. `number` is the container's own name of the track:
         *     Matroska's TrackNumber or MP4's track_ID.
         */
        AudioTrack: {
            /** Bit Depth */
            bit_depth?: number | null;
            /** Bitrate */
            bitrate?: number | null;
            /**
             * Channels
             * @default 0
             */
            channels: number;
            /**
             * Codec
             * @default
             */
            codec: string;
            /** Index */
            index: number;
            /**
             * Is Commentary
             * @default false
             */
            is_commentary: boolean;
            /**
             * Is Default
             * @default true
             */
            is_default: boolean;
            /**
             * Is Dub
             * @default false
             */
            is_dub: boolean;
            /**
             * Is Enabled
             * @default true
             */
            is_enabled: boolean;
            /**
             * Is Forced
             * @default false
             */
            is_forced: boolean;
            /**
             * Is Hearing Impaired
             * @default false
             */
            is_hearing_impaired: boolean;
            /**
             * Is Original
             * @default false
             */
            is_original: boolean;
            /**
             * Is Visual Impaired
             * @default false
             */
            is_visual_impaired: boolean;
            /**
             * Language
             * @default und
             */
            language: string;
            /** Language Written */
            language_written?: string | null;
            /** Layout */
            layout?: string | null;
            /** Number */
            number?: number | null;
            /** Profile */
            profile?: string | null;
            /** Sample Rate */
            sample_rate?: number | null;
            /** Title */
            title?: string | null;
        };
        /**
         * AuditEntries
         * @description A page of what was done, the latest first; `next` names where the following page begins.
         */
        AuditEntries: {
            /** Entries */
            entries: components["schemas"]["AuditEntryDocument"][];
            /** Next */
            next: string | null;
        };
        /**
         * AuditEntryDocument
         * @description What somebody did.
         */
        AuditEntryDocument: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /** Address */
            address: string;
            /** At */
            at: string;
            /** Facts */
            facts: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Subject */
            subject: string;
            /** User Id */
            user_id: string | null;
        };
        /**
         * Automation
         * @description What a library does by itself: nothing, what its flags say, or everything.
         * @enum {string}
         */
        Automation: "manual" | "hybrid" | "automatic";
        /**
         * BackupDocument
         * @description A backup; of a file that cannot be read as one, only `fault` says why.
         */
        BackupDocument: {
            /** Database */
            database?: ("sqlite" | "postgresql") | null;
            /** Database Schema */
            database_schema?: string | null;
            /** Fault */
            fault?: string | null;
            /** Made At */
            made_at?: string | null;
            /** Made By */
            made_by?: string | null;
            /** Name */
            name: string;
            reason?: components["schemas"]["Reason"] | null;
            /** Rows */
            rows?: number | null;
            /** Size Bytes */
            size_bytes: number;
            /** Version */
            version?: string | null;
        };
        /**
         * Backups
         * @description Every backup, the newest first, where new ones go, and the last restore.
         */
        Backups: {
            /** Backups */
            backups: components["schemas"]["BackupDocument"][];
            /** Folder */
            folder: string;
            restore: components["schemas"]["RestoreDocument"] | null;
        };
        /**
         * BatchDocument
         * @description A batch and how far it is; `total` is null until its files are listed.
         *
         *     `said` is the title for every language. `asked_by` is a user's id, and `asked_by_name` then
         *     their name, or it is a word. In a dry run, `changed` counts what would be. `change_set_id` is
         *     what an undo takes back.
         */
        BatchDocument: {
            /** Asked By */
            asked_by: string;
            /** Asked By Name */
            asked_by_name: string | null;
            /** Change Set Id */
            change_set_id: string | null;
            /** Changed */
            changed: number;
            /** Created At */
            created_at: string;
            /** Dry Run */
            dry_run: boolean;
            /** Ended At */
            ended_at: string | null;
            /** Eta At */
            eta_at: string | null;
            /** Failed */
            failed: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Job Id */
            job_id: string | null;
            /** Languages */
            languages: string[];
            /** Original Language */
            original_language: string | null;
            /** Paths */
            paths: string[];
            /** Pattern */
            pattern: string | null;
            /** Percent */
            percent: number | null;
            /** Processed */
            processed: number;
            /** Recursive */
            recursive: boolean;
            /** Right */
            right: number;
            said: components["schemas"]["ClauseDocument"];
            /** Skipped */
            skipped: number;
            /** Started At */
            started_at: string | null;
            status: components["schemas"]["Status"];
            /** Title */
            title: string;
            /** Total */
            total: number | null;
        };
        /**
         * BatchFileDocument
         * @description What became of one file of a batch, and why; `status` is null while it waits.
         *
         *     `exact_path` is the path as every address takes it, also where bytes in it are no text.
         *     `reason` says why in English; for every language, `said` does, or `problem`.
         *     `track_index` is the track that shall play first, `milliseconds` what looking and writing took.
         *     `may_pass` says that it may go better in a while, as with one that is being written or played.
         */
        BatchFileDocument: {
            /**
             * Exact Path
             * Format: path
             */
            exact_path: string;
            /** May Pass */
            may_pass: boolean;
            /** Media File Id */
            media_file_id: string | null;
            /** Milliseconds */
            milliseconds: number | null;
            /**
             * Path
             * Format: path
             */
            path: string;
            /** Position */
            position: number;
            problem: components["schemas"]["ProblemSaid"] | null;
            /** Reason */
            reason: string | null;
            /** Said */
            said: components["schemas"]["ClauseDocument"][][];
            /** Status */
            status: ("changed" | "right" | "skipped" | "failed") | null;
            /** Track Index */
            track_index: number | null;
        };
        /**
         * BatchFilesPage
         * @description Files of a batch in their order; `next` is the `after` of the next page, if there is one.
         */
        BatchFilesPage: {
            /** Files */
            files: components["schemas"]["BatchFileDocument"][];
            /** Next */
            next: number | null;
        };
        /**
         * BatchSent
         * @description A run over the files at and below paths, or over those of all titles that a filter means.
         *
         *     With a `reason`, it goes over those that start wrong for this one, as a preview groups them.
         *     `pattern` narrows what lies below folders: without `/` it is that of a name, with one that of a
         *     path; only `*`, `**` and `?` are special. A dry run writes nothing, and tells what it would
         *     change. `languages` and `original_language` count for this run alone, above rules and settings.
         *     A file that is still being written, or played, is waited for, or else skipped.
         * @example {
         *       "dry_run": true,
         *       "path": "/media/films",
         *       "priority": "normal",
         *       "recursive": true
         *     }
         */
        BatchSent: {
            /**
             * Dry Run
             * @default false
             */
            dry_run: boolean;
            filter?: components["schemas"]["TitleFilter"] | null;
            /**
             * Languages
             * @default []
             */
            languages: string[];
            /** Original Language */
            original_language?: string | null;
            /** Path */
            path?: string | string[] | null;
            /** Pattern */
            pattern?: string | null;
            /**
             * Priority
             * @default normal
             * @enum {string}
             */
            priority: "low" | "normal" | "high";
            /** Reason */
            reason?: string | null;
            /**
             * Recursive
             * @default true
             */
            recursive: boolean;
            /**
             * Wait For Growing
             * @default true
             */
            wait_for_growing: boolean;
        };
        /**
         * BatchStatistics
         * @description What batches did in the last days; dry runs are not counted.
         */
        BatchStatistics: {
            /** Batches */
            batches: number;
            /** Changed */
            changed: number;
            /** Days */
            days: number;
            /** Failed */
            failed: number;
            /** Right */
            right: number;
            /** Skipped */
            skipped: number;
        };
        /**
         * BatchesPage
         * @description Batches, the newest first; `next` is the `before` of the next page, if there is one.
         */
        BatchesPage: {
            /** Batches */
            batches: components["schemas"]["BatchDocument"][];
            /** Next */
            next: string | null;
        };
        /**
         * CacheFigures
         * @description What the cache holds; `unused` are pictures that no title has, `faulty` those to repair.
         */
        CacheFigures: {
            /** Faulty */
            faulty: number;
            /** Images */
            images: number;
            /** Size Bytes */
            size_bytes: number;
            /** Unused */
            unused: number;
        };
        /**
         * CallerDocument
         * @description Who makes this request, and what they may do in it; the terminal has no `user_id`.
         */
        CallerDocument: {
            /** Name */
            name: string;
            /** Reads Only */
            reads_only: boolean;
            role: components["schemas"]["Role"];
            /** Session Id */
            session_id: string | null;
            /** Token Id */
            token_id: string | null;
            /** User Id */
            user_id: string | null;
        };
        /**
         * Candidate
         * @description A picture that may be taken, in its place; `sha256` names our copy if there is one.
         *
         *     `fault` says why it cannot be taken, `number` in which place of its type the title has it.
         */
        Candidate: {
            /** Fault */
            fault: string | null;
            /** Height */
            height: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Textless */
            is_textless: boolean | null;
            /** Language */
            language: string | null;
            /** Number */
            number: number | null;
            /** Place */
            place: number;
            /** Provider */
            provider: string;
            /** Rating */
            rating: number | null;
            /** Reason */
            reason: string;
            score: components["schemas"]["Score"];
            /** Sha256 */
            sha256: string | null;
            /** Url */
            url: string;
            /** Votes */
            votes: number | null;
            /** Width */
            width: number | null;
        };
        /**
         * CandidatePage
         * @description Candidates of a title and type, the best first; `next` is where the next page begins.
         */
        CandidatePage: {
            /** Candidates */
            candidates: components["schemas"]["Candidate"][];
            /** Languages */
            languages: components["schemas"]["Count"][];
            /** Next */
            next: number | null;
            /** Providers */
            providers: components["schemas"]["Count"][];
            /** Total */
            total: number;
        };
        /**
         * CauseDocument
         * @description Why a job ended as it did, for other languages: the key of the problem, and its facts.
         */
        CauseDocument: {
            /** Facts */
            facts: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Key */
            key: string;
        };
        /**
         * ChangeChoices
         * @description What sets can be narrowed by: every kind that there is, and everybody who asked for one.
         */
        ChangeChoices: {
            /** Kinds */
            kinds: string[];
            /** People */
            people: components["schemas"]["maestrarr__core__changes__schemas__PersonDocument"][];
        };
        /**
         * ChangeDocument
         * @description One write, with the file as it was and as it became; None where there is, or was, none.
         *
         *     `reason` says why in English, `said` for every language; of an undo, why it was first written.
         *     `tracks` says what an edit has set, `patches` how many runs of bytes it wrote; a file that was
         *     renamed stood at `moved_from`.
         */
        ChangeDocument: {
            after: components["schemas"]["StampDocument"] | null;
            before: components["schemas"]["StampDocument"] | null;
            deed: components["schemas"]["Deed"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Kept */
            is_kept: boolean;
            /** Milliseconds */
            milliseconds: number;
            /** Moved From */
            moved_from: string | null;
            /**
             * Patches
             * @default 0
             */
            patches: number;
            /**
             * Path
             * Format: path
             */
            path: string;
            /** Reason */
            reason: string;
            /** Said */
            said: components["schemas"]["ClauseDocument"][][];
            /** Title */
            title: string;
            /**
             * Tracks
             * @default []
             */
            tracks: components["schemas"]["TrackChangeDocument"][];
            /** Undone At */
            undone_at: string | null;
            /** Undone By Id */
            undone_by_id: string | null;
        };
        /**
         * ChangeSetDetail
         * @description A set with its changes, in the order they were made in; `next` is the `after` of the rest.
         * @example {
         *       "asked_by": "schedule",
         *       "count": 312,
         *       "id": "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b90",
         *       "kind": "audio.fix",
         *       "made_at": "2026-11-26T09:30:12.504Z",
         *       "title": "The right sound for 312 films"
         *     }
         */
        ChangeSetDetail: {
            /** Asked By */
            asked_by: string | null;
            /** Asked By Name */
            asked_by_name?: string | null;
            /** Changes */
            changes: components["schemas"]["ChangeDocument"][];
            /** Count */
            count: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Made At */
            made_at: string;
            /** Next */
            next: string | null;
            said?: components["schemas"]["ClauseDocument"] | null;
            /** Title */
            title: string;
            /** Undoes Id */
            undoes_id: string | null;
            /** Undone At */
            undone_at: string | null;
        };
        /**
         * ChangeSetDocument
         * @description Writes that belong together; `undoes_id` is the set that this one took back.
         *
         *     `said` is the title for every language; it is null where the title is a name.
         *
         *     `asked_by` is a user's id, and `asked_by_name` then their name, or it is a word: `schedule`.
         *
         *     `undone_at` says that it was taken back itself: all of it, but for what was refused.
         * @example {
         *       "asked_by": "schedule",
         *       "count": 312,
         *       "id": "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b90",
         *       "kind": "audio.fix",
         *       "made_at": "2026-11-26T09:30:12.504Z",
         *       "title": "The right sound for 312 films"
         *     }
         */
        ChangeSetDocument: {
            /** Asked By */
            asked_by: string | null;
            /** Asked By Name */
            asked_by_name?: string | null;
            /** Count */
            count: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Made At */
            made_at: string;
            said?: components["schemas"]["ClauseDocument"] | null;
            /** Title */
            title: string;
            /** Undoes Id */
            undoes_id: string | null;
            /** Undone At */
            undone_at: string | null;
        };
        /**
         * ChangeSetsPage
         * @description Sets of changes, the newest first; `next` is the `before` of the next page, if any.
         */
        ChangeSetsPage: {
            /** Change Sets */
            change_sets: components["schemas"]["ChangeSetDocument"][];
            /** Next */
            next: string | null;
        };
        /**
         * ChannelDocument
         * @description Where a user is told; `shown` is what may be known of its address.
         *
         *     One that is off, and has a `problem`, was switched off after too many failures.
         */
        ChannelDocument: {
            /** Created At */
            created_at: string;
            /** Failures */
            failures: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Enabled */
            is_enabled: boolean;
            kind: components["schemas"]["ChannelKind"];
            /** Name */
            name: string;
            problem: components["schemas"]["ProblemDocument"] | null;
            /** Shown */
            shown: {
                [key: string]: string;
            };
            /** Told At */
            told_at: string | null;
        };
        /**
         * ChannelKind
         * @description How a user is reached.
         * @enum {string}
         */
        ChannelKind: "apprise" | "webhook" | "expo";
        /**
         * ChannelPatch
         * @description What is to be otherwise; a new address is tried first.
         * @example {
         *       "is_enabled": true,
         *       "name": "My phone"
         *     }
         */
        ChannelPatch: {
            /** Address */
            address?: string | null;
            /**
             * Even If Failing
             * @default false
             */
            even_if_failing: boolean;
            /** Is Enabled */
            is_enabled?: boolean | null;
            /** Name */
            name?: string | null;
        };
        /**
         * Channels
         * @description Every channel of a user, the oldest first.
         */
        Channels: {
            /** Channels */
            channels: components["schemas"]["ChannelDocument"][];
        };
        /**
         * Chapter
         * @description A named point in the film, in seconds from its start.
         */
        Chapter: {
            /** Start Seconds */
            start_seconds: number;
            /** Title */
            title?: string | null;
        };
        /**
         * ChildDocument
         * @description A season or an episode, below its parent; a movie, in its set.
         */
        ChildDocument: {
            /** Added At */
            added_at: string;
            /** Episode Number */
            episode_number: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Monitored */
            is_monitored: boolean;
            kind: components["schemas"]["TitleKind"];
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            /** Missing Since */
            missing_since: string | null;
            /** Parent Id */
            parent_id: string | null;
            /** Picture Version */
            picture_version: string | null;
            /** Premiered */
            premiered: string | null;
            /** Runtime Minutes */
            runtime_minutes: number | null;
            /** Season Number */
            season_number: number | null;
            state: components["schemas"]["TitleState"];
            /** Title */
            title: string;
            /** Year */
            year: number | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * ClauseDocument
         * @description One thing that is said of a decision; `key` chooses the words, `facts` go into them.
         *
         *     Languages are tags, as in `ja`; `roles` name what tracks are, with how many are.
         */
        ClauseDocument: {
            /** Facts */
            facts: {
                [key: string]: string | number | string[] | {
                    [key: string]: number;
                };
            };
            /** Key */
            key: string;
        };
        /**
         * ConnectionDocument
         * @description A connection; of its secrets only the names.
         */
        ConnectionDocument: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            health: components["schemas"]["HealthDocument"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Enabled */
            is_enabled: boolean;
            /** Kind */
            kind: string;
            /** Mappings */
            mappings: components["schemas"]["MappingDocument"][];
            /** Name */
            name: string;
            /** Options */
            options: {
                [key: string]: unknown;
            };
            /** Secrets */
            secrets: string[];
        };
        /**
         * ConnectionOrder
         * @description Every connection once, the one that is to be asked first before the others.
         */
        ConnectionOrder: {
            /** Ids */
            ids: string[];
        };
        /**
         * ConnectionPatch
         * @description What is to be otherwise; of `config` what is not named stays, and null takes it away.
         * @example {
         *       "config": {
         *         "api_key": "9b2a…"
         *       },
         *       "mappings": [
         *         {
         *           "local": "/srv/media/Movies",
         *           "remote": "/movies"
         *         }
         *       ]
         *     }
         */
        ConnectionPatch: {
            /** Config */
            config?: {
                [key: string]: string | null;
            } | null;
            /**
             * Even If Failing
             * @default false
             */
            even_if_failing: boolean;
            /** Is Enabled */
            is_enabled?: boolean | null;
            /** Mappings */
            mappings?: components["schemas"]["MappingDocument"][] | null;
            /** Name */
            name?: string | null;
        };
        /**
         * ConnectionTrial
         * @description A connection to be tried and not saved: a new one, or one with something said anew.
         * @example {
         *       "config": {
         *         "api_key": "0f3c1d…",
         *         "url": "http://radarr:7878"
         *       },
         *       "kind": "radarr"
         *     }
         */
        ConnectionTrial: {
            /** Config */
            config: {
                [key: string]: string | null;
            };
            /** Id */
            id?: string | null;
            /** Kind */
            kind: string;
        };
        /**
         * Connections
         * @description Every connection of the installation, the one that is asked first before the others.
         */
        Connections: {
            /** Connections */
            connections: components["schemas"]["ConnectionDocument"][];
        };
        /**
         * Count
         * @description How many candidates have a value; languages may be `textless` and `unknown`, too.
         */
        Count: {
            /** Count */
            count: number;
            /** Value */
            value: string;
        };
        /**
         * Credentials
         * @description A name and a password; a browser asks for cookies, which its pages cannot read.
         *
         *     `language` is what the client speaks: it is kept for messages unless another is already.
         */
        Credentials: {
            language?: components["schemas"]["Language"] | null;
            /**
             * Name
             * @example ada
             */
            name: string;
            /**
             * Password
             * Format: password
             * @example correct horse battery
             */
            password: string;
            /**
             * With Cookies
             * @default false
             */
            with_cookies: boolean;
        };
        /**
         * DayDocument
         * @description How the jobs of one kind fared that ended on one day, in UTC.
         */
        DayDocument: {
            /** Average Seconds */
            average_seconds: number | null;
            /** Cancelled */
            cancelled: number;
            /** Completed */
            completed: number;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Failed */
            failed: number;
            /** Kind */
            kind: string;
            /** Longest Seconds */
            longest_seconds: number | null;
            /** Skipped */
            skipped: number;
            /** Success Rate */
            success_rate: number | null;
        };
        /**
         * Deed
         * @description What was done to a file.
         * @enum {string}
         */
        Deed: "edit" | "create" | "replace" | "remove" | "rename";
        /**
         * DefaultAudio
         * @description Whether a player starts with the right sound track; `UNFIT` is a file that is left alone.
         *
         *     Of several files, the title has the worst one's.
         * @enum {string}
         */
        DefaultAudio: "wrong" | "unfit" | "right";
        /**
         * DeliveriesPage
         * @description Reports, the newest first; `next` is the `before` of the next page, if any.
         */
        DeliveriesPage: {
            /** Deliveries */
            deliveries: components["schemas"]["DeliveryDocument"][];
            /** Next */
            next: string | null;
        };
        /**
         * DeliveryDetail
         * @description A report with what was sent, secrets masked; `body` is None where it could not be read.
         * @example {
         *       "about": "Heat (1995)",
         *       "address": "192.0.2.7",
         *       "connection_id": "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b91",
         *       "event": "Download",
         *       "facts": {},
         *       "id": "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b90",
         *       "jobs": [
         *         "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b92"
         *       ],
         *       "kind": "radarr",
         *       "proof": "path",
         *       "received_at": "2026-11-26T09:30:12.504Z",
         *       "sender": "Radarr",
         *       "state": "taken",
         *       "taken_at": "2026-11-26T09:30:12.611Z",
         *       "what": "imported"
         *     }
         */
        DeliveryDetail: {
            /** About */
            about: string | null;
            /** Address */
            address: string;
            body: components["schemas"]["JsonValue"];
            /** Connection Id */
            connection_id: string | null;
            /** Event */
            event: string | null;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Headers */
            headers: {
                [key: string]: string;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Jobs */
            jobs: string[];
            /** Kind */
            kind: string;
            proof: components["schemas"]["Proof"];
            /** Received At */
            received_at: string;
            /** Sender */
            sender: string;
            /** Size Bytes */
            size_bytes: number;
            state: components["schemas"]["State"];
            /** Taken At */
            taken_at: string | null;
            /** What */
            what: string | null;
        };
        /**
         * DeliveryDocument
         * @description One report, and what became of it; `event` and `what` are known once it was taken up.
         *
         *     `facts` say why it was refused: the `path` that it names, and the `reason`, which is
         *     `outside` of every library or `unmapped`.
         * @example {
         *       "about": "Heat (1995)",
         *       "address": "192.0.2.7",
         *       "connection_id": "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b91",
         *       "event": "Download",
         *       "facts": {},
         *       "id": "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b90",
         *       "jobs": [
         *         "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b92"
         *       ],
         *       "kind": "radarr",
         *       "proof": "path",
         *       "received_at": "2026-11-26T09:30:12.504Z",
         *       "sender": "Radarr",
         *       "state": "taken",
         *       "taken_at": "2026-11-26T09:30:12.611Z",
         *       "what": "imported"
         *     }
         */
        DeliveryDocument: {
            /** About */
            about: string | null;
            /** Address */
            address: string;
            /** Connection Id */
            connection_id: string | null;
            /** Event */
            event: string | null;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Jobs */
            jobs: string[];
            /** Kind */
            kind: string;
            proof: components["schemas"]["Proof"];
            /** Received At */
            received_at: string;
            /** Sender */
            sender: string;
            state: components["schemas"]["State"];
            /** Taken At */
            taken_at: string | null;
            /** What */
            what: string | null;
        };
        /**
         * EditDocument
         * @description One field that changes.
         */
        EditDocument: {
            after: components["schemas"]["JsonValue"];
            before: components["schemas"]["JsonValue"];
            /** Field */
            field: string;
            /** Name */
            name: string;
        };
        /**
         * Edited
         * @description How many titles are not what they were.
         */
        Edited: {
            /** Changed */
            changed: number;
        };
        /**
         * EffectiveWishes
         * @description What holds for a library's pictures, and what of it was said for it.
         */
        EffectiveWishes: {
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Keeps Local */
            keeps_local: boolean;
            /** Language Orders */
            language_orders: {
                [key: string]: string[];
            };
            /** Minimum Sizes */
            minimum_sizes: {
                [key: string]: [
                    number,
                    number
                ];
            };
            said: components["schemas"]["Wishes"];
            /** Weights */
            weights: {
                [key: string]: number;
            };
        };
        /**
         * EnrichmentDocument
         * @description What became of asking one service about a title, and when it is asked again.
         */
        EnrichmentDocument: {
            /** Asked At */
            asked_at: string | null;
            /** Described At */
            described_at: string | null;
            /** Due At */
            due_at: string;
            problem: components["schemas"]["ServiceProblem"] | null;
            /** Provider */
            provider: string;
        };
        /**
         * ExtractSent
         * @description Which tracks shall be files beside the film; all that can be, where none are named.
         * @example {
         *       "tracks": [
         *         {
         *           "file_id": "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b90",
         *           "index": 3
         *         }
         *       ]
         *     }
         */
        ExtractSent: {
            /** Tracks */
            tracks?: components["schemas"]["TrackNamed"][] | null;
        };
        /**
         * ExtractableTrack
         * @description A subtitle track inside a film, or a file beside it, which has a `path` and no `index`.
         *
         *     `name` is what the file would be called that the track can become, `obstacle` why it does not.
         */
        ExtractableTrack: {
            /** Codec */
            codec: string;
            /** Index */
            index: number | null;
            /** Is Commentary */
            is_commentary: boolean;
            /** Is Default */
            is_default: boolean;
            /** Is Forced */
            is_forced: boolean;
            /** Is Hearing Impaired */
            is_hearing_impaired: boolean;
            /** Language */
            language: string;
            /** Name */
            name: string | null;
            obstacle: components["schemas"]["Refusal"] | null;
            /** Path */
            path: string | null;
            /** Title */
            title: string | null;
        };
        /**
         * Facets
         * @description How many of the titles meant have each value, by the filter that would narrow to it.
         */
        Facets: {
            /** Facets */
            facets: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** Total */
            total: number;
        };
        /**
         * Failure
         * @description A provider that could not answer, and why: a problem's key and facts.
         */
        Failure: {
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Key */
            key: string;
            /** Provider */
            provider: string;
            /** Sentence */
            sentence: string;
        };
        /**
         * Fate
         * @description What became of a file that was not right.
         * @enum {string}
         */
        Fate: "restored" | "adopted" | "left" | "failed";
        /**
         * FaultCause
         * @description Why a file is not as it should be, for other languages: a key, and its sentence's facts.
         */
        FaultCause: {
            /** Facts */
            facts: {
                [key: string]: string | number;
            };
            /** Key */
            key: string;
        };
        /**
         * FaultDocument
         * @description What is wrong with one file on the disk; `cause` says the same as `reason`, by its key.
         */
        FaultDocument: {
            cause: components["schemas"]["FaultCause"] | null;
            /** Found At */
            found_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            /**
             * Path
             * Format: path
             */
            path: string;
            /** Reason */
            reason: string;
        };
        /**
         * FaultsPage
         * @description Faults, in the order they were found; `next` is the `after` of the next page.
         */
        FaultsPage: {
            /** Faults */
            faults: components["schemas"]["FaultDocument"][];
            /** Next */
            next: string | null;
        };
        /**
         * FeatureSettings
         * @description What this installation offers; what is off is refused, and not shown.
         */
        FeatureSettings: {
            /**
             * Metrics
             * @description Let a monitoring system read figures at /metrics.
             * @default true
             */
            metrics: boolean;
        };
        /**
         * FetchSent
         * @description Which offer shall stand beside which file, and what it is, as the search has said.
         * @example {
         *       "connection_id": "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b91",
         *       "file_id": "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b90",
         *       "language": "fr",
         *       "offer_id": "1234567"
         *     }
         */
        FetchSent: {
            /**
             * Connection Id
             * Format: uuid
             */
            connection_id: string;
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            /**
             * Is Forced
             * @default false
             */
            is_forced: boolean;
            /**
             * Is Hearing Impaired
             * @default false
             */
            is_hearing_impaired: boolean;
            /** Language */
            language: string;
            /** Offer Id */
            offer_id: string;
        };
        /**
         * FieldDocument
         * @description One thing that a kind has to be told; what is `secret` is never shown again.
         */
        FieldDocument: {
            /**
             * Form
             * @enum {string}
             */
            form: "url" | "text" | "secret";
            /** Is Needed */
            is_needed: boolean;
            /** Name */
            name: string;
            /** Usual */
            usual: string | null;
        };
        /**
         * FightDocument
         * @description A file that something else has rewritten; after two times in a day it is left to it.
         */
        FightDocument: {
            /** Is Contested */
            is_contested: boolean;
            /** Last At */
            last_at: string;
            /**
             * Path
             * Format: path
             */
            path: string;
            /** Times */
            times: number;
        };
        /**
         * FiguresDocument
         * @description An installation in numbers: rows by room and table, the oldest of each history, bytes.
         */
        FiguresDocument: {
            /** Backups */
            backups: number;
            /** Backups Bytes */
            backups_bytes: number;
            /** Database Bytes */
            database_bytes: number;
            /** Newest Backup */
            newest_backup: string | null;
            /** Oldest */
            oldest: {
                [key: string]: string | null;
            };
            /** Rooms */
            rooms: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** Rows */
            rows: number;
        };
        /**
         * FileAudio
         * @description What is decided about a file: which tracks are default now, which is `wanted`, and why.
         *
         *     `reason` is in English; `said` are its sentences, each of clauses, for every language. `state`
         *     is null while it is not judged yet. `wanted_subtitle` is -1 where none shall show.
         */
        FileAudio: {
            /** Container */
            container: string | null;
            /** Current */
            current: number[];
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            /**
             * Path
             * Format: path
             */
            path: string;
            /** Reason */
            reason: string | null;
            /** Said */
            said: components["schemas"]["ClauseDocument"][][];
            state: components["schemas"]["DefaultAudio"] | null;
            title: components["schemas"]["PlayedTitle"] | null;
            /** Tracks */
            tracks: components["schemas"]["TrackDocument"][];
            /** Wanted */
            wanted: number | null;
            /** Wanted Subtitle */
            wanted_subtitle: number | null;
        };
        /**
         * FileAudioPage
         * @description Files by path; `next` is the `after` of the next page, if there is one.
         */
        FileAudioPage: {
            /** Files */
            files: components["schemas"]["FileAudio"][];
            /** Next */
            next: string | null;
        };
        /**
         * FileDeed
         * @description What is done to one file; `KEEP` is one that is right already.
         * @enum {string}
         */
        FileDeed: "create" | "replace" | "remove" | "keep";
        /**
         * FileDocument
         * @description A media file with its tracks; `part` numbers the parts of one version.
         */
        FileDocument: {
            /** Attachments */
            attachments: components["schemas"]["Attachment"][];
            /** Audio */
            audio: components["schemas"]["AudioTrack"][];
            /** Bitrate */
            bitrate: number | null;
            /** Chapters */
            chapters: components["schemas"]["Chapter"][];
            /** Container */
            container: string | null;
            /** Duration Seconds */
            duration_seconds: number | null;
            /** Edition */
            edition: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Missing Since */
            missing_since: string | null;
            /** Part */
            part: number | null;
            /** Path */
            path: string;
            /** Role */
            role: string;
            /** Size Bytes */
            size_bytes: number;
            /** Stereo */
            stereo: string | null;
            /** Subtitles */
            subtitles: components["schemas"]["SubtitleTrack"][];
            /** Version */
            version: string | null;
            /** Video */
            video: components["schemas"]["VideoTrack"][];
        };
        /**
         * FilePlan
         * @description What is decided about a file, and what would be done; `names` is how many it has on disk.
         */
        FilePlan: {
            /** Container */
            container: string | null;
            /** Current */
            current: number[];
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            hard_links: components["schemas"]["HardLinks"];
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            /** Names */
            names: number | null;
            /**
             * Path
             * Format: path
             */
            path: string;
            plan: components["schemas"]["PlanDocument"];
            /** Reason */
            reason: string | null;
            /** Said */
            said: components["schemas"]["ClauseDocument"][][];
            state: components["schemas"]["DefaultAudio"] | null;
            /** Subtitles */
            subtitles: components["schemas"]["SubtitleTrack"][];
            title: components["schemas"]["PlayedTitle"] | null;
            /** Tracks */
            tracks: components["schemas"]["TrackDocument"][];
            /** Wanted */
            wanted: number | null;
            /** Wanted Subtitle */
            wanted_subtitle: number | null;
        };
        /**
         * FileStatus
         * @description What became of a file; in a dry run, what would.
         * @enum {string}
         */
        FileStatus: "changed" | "right" | "skipped" | "failed";
        /**
         * FolderDocument
         * @description A folder on the server's disk in which a library may lie; `library` when one has it.
         */
        FolderDocument: {
            /** Library */
            library: string | null;
            /** Name */
            name: string;
            /** Path */
            path: string;
        };
        /**
         * FolderListing
         * @description A folder and those in it; without a `path`, the places where libraries may begin.
         */
        FolderListing: {
            /** Folders */
            folders: components["schemas"]["FolderDocument"][];
            /** Is Whole */
            is_whole: boolean;
            /** Media Files */
            media_files: number;
            /** Parent */
            parent: string | null;
            /** Path */
            path: string | null;
        };
        /**
         * ForgottenDocument
         * @description How much is, or would be, forgotten.
         *
         *     `sign_ins` are expired sessions and API tokens, `recycled` what lies in the recycle folder.
         */
        ForgottenDocument: {
            /** Audit Entries */
            audit_entries: number;
            /** Events */
            events: number;
            /** Jobs */
            jobs: number;
            /** Recycled */
            recycled: number;
            /** Settings Changes */
            settings_changes: number;
            /** Sign Ins */
            sign_ins: number;
        };
        /**
         * Found
         * @description What a look finds of a published file.
         * @enum {string}
         */
        Found: "right" | "missing" | "altered" | "unreadable";
        /**
         * FoundService
         * @description A service that answers where its kind usually is, and is not connected yet.
         * @example {
         *       "kind": "radarr",
         *       "url": "http://localhost:7878"
         *     }
         */
        FoundService: {
            /** Kind */
            kind: string;
            /** Url */
            url: string;
        };
        /**
         * FoundServices
         * @description The services that were found in the house.
         */
        FoundServices: {
            /** Services */
            services: components["schemas"]["FoundService"][];
        };
        /**
         * FoundTitleDocument
         * @description A title that was searched, and how well it fits; an episode with the name of its series.
         */
        FoundTitleDocument: {
            /** Added At */
            added_at: string;
            /** Episode Number */
            episode_number: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Imdb Id */
            imdb_id: string | null;
            /** Is Monitored */
            is_monitored: boolean;
            kind: components["schemas"]["TitleKind"];
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            /**
             * Match
             * @enum {string}
             */
            match: "exact" | "prefix" | "word" | "elsewhere" | "typo";
            /** Missing Since */
            missing_since: string | null;
            /** Parent Id */
            parent_id: string | null;
            /** Premiered */
            premiered: string | null;
            /** Season Number */
            season_number: number | null;
            /** Series */
            series: string | null;
            state: components["schemas"]["TitleState"];
            /** Title */
            title: string;
            /** Tmdb Id */
            tmdb_id: number | null;
            /** Tvdb Id */
            tvdb_id: number | null;
            /** Year */
            year: number | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * FoundTitles
         * @description What was found, best first.
         */
        FoundTitles: {
            /** Titles */
            titles: components["schemas"]["FoundTitleDocument"][];
        };
        /**
         * HardLinks
         * @description What to do with a file that has other names, such as a torrent that is still shared.
         * @enum {string}
         */
        HardLinks: "skip" | "edit" | "break";
        /**
         * HdrKind
         * @description How a video track carries more than standard brightness; `SDR` when it does not.
         * @enum {string}
         */
        HdrKind: "SDR" | "HDR10" | "HDR10+" | "HLG" | "Dolby Vision";
        /**
         * HealthDocument
         * @description What the last test found; `is_well` is null before the first.
         */
        HealthDocument: {
            /** Failing Since */
            failing_since?: string | null;
            /** Is Well */
            is_well: boolean | null;
            problem?: components["schemas"]["ProblemDocument"] | null;
            /** Service Name */
            service_name?: string | null;
            /** Service Version */
            service_version?: string | null;
            /** Tested At */
            tested_at?: string | null;
        };
        /**
         * IdsDocument
         * @description What others call a title.
         */
        IdsDocument: {
            /** Imdb */
            imdb: string | null;
            /** Tmdb */
            tmdb: number | null;
            /** Tvdb */
            tvdb: number | null;
        };
        /**
         * ImportOutcome
         * @description What an import changes; `is_preview` says that nothing was changed yet.
         */
        ImportOutcome: {
            /** Edits */
            edits: components["schemas"]["EditDocument"][];
            /** Is Preview */
            is_preview: boolean;
        };
        /**
         * InterruptedChanges
         * @description Everything that a crash cut short and nobody has dismissed.
         */
        InterruptedChanges: {
            /** Interrupted */
            interrupted: components["schemas"]["InterruptedDocument"][];
        };
        /**
         * InterruptedDocument
         * @description A write that a crash cut short, and why it was not put back by itself.
         *
         *     `sentence` says it in English, `problem` for every language.
         */
        InterruptedDocument: {
            /** Found At */
            found_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Path
             * Format: path
             */
            path: string;
            problem: components["schemas"]["ProblemSaid"];
            /** Sentence */
            sentence: string;
        };
        /**
         * InventoryPage
         * @description Titles with all that is known of them; `next` is the `after` of the next page, if any.
         *
         *     Paths are exact: a byte that is not UTF-8 is a lone surrogate, as Python writes it in JSON.
         */
        InventoryPage: {
            /** Next */
            next: string | null;
            /** Titles */
            titles: {
                [key: string]: unknown;
            }[];
        };
        /**
         * JobAfter
         * @description The job that another waits for.
         */
        JobAfter: {
            /**
             * Job Id
             * Format: uuid
             */
            job_id: string;
        };
        /**
         * JobDetail
         * @description A job with its steps, in the order they ended.
         */
        JobDetail: {
            /** After Id */
            after_id: string | null;
            /** Again Of Id */
            again_of_id: string | null;
            /** Arguments */
            arguments: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Asked By */
            asked_by: string | null;
            /** Asked By Name */
            asked_by_name?: string | null;
            /** Attempt */
            attempt: number;
            /** Attempts Allowed */
            attempts_allowed: number;
            /** Cancel Asked */
            cancel_asked: boolean;
            cause: components["schemas"]["CauseDocument"] | null;
            /** Current */
            current: number | null;
            /** Ended At */
            ended_at: string | null;
            /** Error */
            error: string | null;
            /** Eta At */
            eta_at: string | null;
            /** Failures */
            failures: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string | null;
            /** Kind */
            kind: string;
            /** Message */
            message: string | null;
            /** Percent */
            percent: number | null;
            /** Priority */
            priority: string;
            /** Queued At */
            queued_at: string;
            /** Result */
            result: {
                [key: string]: components["schemas"]["JsonValue"];
            } | null;
            /** Run After */
            run_after: string;
            /** Started At */
            started_at: string | null;
            status: components["schemas"]["Status"];
            /** Step */
            step: string | null;
            /** Steps */
            steps: components["schemas"]["maestrarr__core__jobs__schemas__StepDocument"][];
            /** Title */
            title: string;
            /** Total */
            total: number | null;
            /** Worker */
            worker: string | null;
        };
        /**
         * JobDocument
         * @description A job; `failures` of its `attempts_allowed` are used up, `percent` is from 0 to 100.
         *
         *     `asked_by` is a user's id, and `asked_by_name` then their name, or it is a word: `schedule`.
         */
        JobDocument: {
            /** After Id */
            after_id: string | null;
            /** Again Of Id */
            again_of_id: string | null;
            /** Arguments */
            arguments: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Asked By */
            asked_by: string | null;
            /** Asked By Name */
            asked_by_name?: string | null;
            /** Attempt */
            attempt: number;
            /** Attempts Allowed */
            attempts_allowed: number;
            /** Cancel Asked */
            cancel_asked: boolean;
            cause: components["schemas"]["CauseDocument"] | null;
            /** Current */
            current: number | null;
            /** Ended At */
            ended_at: string | null;
            /** Error */
            error: string | null;
            /** Eta At */
            eta_at: string | null;
            /** Failures */
            failures: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string | null;
            /** Kind */
            kind: string;
            /** Message */
            message: string | null;
            /** Percent */
            percent: number | null;
            /** Priority */
            priority: string;
            /** Queued At */
            queued_at: string;
            /** Result */
            result: {
                [key: string]: components["schemas"]["JsonValue"];
            } | null;
            /** Run After */
            run_after: string;
            /** Started At */
            started_at: string | null;
            status: components["schemas"]["Status"];
            /** Step */
            step: string | null;
            /** Title */
            title: string;
            /** Total */
            total: number | null;
            /** Worker */
            worker: string | null;
        };
        /**
         * JobPatch
         * @description What can be changed about a job that waits.
         */
        JobPatch: {
            /**
             * Priority
             * @enum {string}
             */
            priority: "low" | "normal" | "high" | "webhook";
        };
        /**
         * JobStatistics
         * @description How jobs fared, the latest day first.
         */
        JobStatistics: {
            /** Days */
            days: components["schemas"]["DayDocument"][];
        };
        /**
         * JobsPage
         * @description Jobs, the newest first; `next` is the `before` of the next page, if there is one.
         */
        JobsPage: {
            /** Jobs */
            jobs: components["schemas"]["JobDocument"][];
            /** Next */
            next: string | null;
        };
        JsonValue: unknown;
        /**
         * KeyRotated
         * @description How many secrets were sealed anew, and whose could not be opened.
         */
        KeyRotated: {
            /** Lost */
            lost: string[];
            /** Sealed */
            sealed: number;
        };
        /**
         * KeyRotation
         * @description How the key is changed: whether the keys before it are forgotten.
         */
        KeyRotation: {
            /**
             * Forget Old
             * @default false
             */
            forget_old: boolean;
        };
        /**
         * Kind
         * @description What may occur.
         * @enum {string}
         */
        Kind: "job_failed" | "import_finished" | "library_unreachable" | "title_unidentified" | "file_faulty" | "audio_unset" | "publishing_failed" | "connection_failing" | "connection_recovered" | "download_stuck" | "report_refused" | "backup_failed" | "signed_in" | "token_made";
        /**
         * KindDocument
         * @description A kind of services, what it can do, and what a connection to it needs.
         */
        KindDocument: {
            /** Abilities */
            abilities: string[];
            /** Attribution */
            attribution: string | null;
            /** Fields */
            fields: components["schemas"]["FieldDocument"][];
            /** Name */
            name: string;
            /** Title */
            title: string;
            /** Website */
            website: string;
        };
        /**
         * Kinds
         * @description Every kind of services.
         */
        Kinds: {
            /** Kinds */
            kinds: components["schemas"]["KindDocument"][];
        };
        /**
         * Language
         * @description A language that there are words for.
         * @enum {string}
         */
        Language: "en" | "tr" | "fr";
        /**
         * Libraries
         * @description Every library, by name.
         */
        Libraries: {
            /** Libraries */
            libraries: components["schemas"]["LibraryDocument"][];
        };
        /**
         * LibraryDocument
         * @description A library, and how much it holds; `titles` are its movies and series, as in `states`.
         */
        LibraryDocument: {
            /** Auto Enrich */
            auto_enrich: boolean;
            /** Auto Publish */
            auto_publish: boolean;
            /** Auto Select */
            auto_select: boolean;
            automation: components["schemas"]["Automation"];
            /** Created At */
            created_at: string;
            /** Faults */
            faults: number;
            /** Files */
            files: number;
            /** Folders */
            folders: string[];
            hard_links: components["schemas"]["HardLinks"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["LibraryKind"];
            /** Language */
            language: string | null;
            /** Missing */
            missing: number;
            /** Name */
            name: string;
            /** Scanned At */
            scanned_at: string | null;
            /** Size Bytes */
            size_bytes: number;
            /** States */
            states: {
                [key: string]: number;
            };
            /** Titles */
            titles: number;
            watching: components["schemas"]["Watching"];
            /** Watching Reason */
            watching_reason: string;
            /** Webhook Auto Publish */
            webhook_auto_publish: boolean;
            /** Webhook Enabled */
            webhook_enabled: boolean;
        };
        /**
         * LibraryKind
         * @description What a library holds.
         * @enum {string}
         */
        LibraryKind: "movies" | "series";
        /**
         * LibraryPatch
         * @description What can be changed about a library; what is left out stays.
         *
         *     Null is no language, and as the settings say for hard links. `automation` is what it does by
         *     itself: nothing, what the flags after it say, or everything.
         * @example {
         *       "automation": "automatic",
         *       "language": "en",
         *       "name": "Films"
         *     }
         */
        LibraryPatch: {
            /**
             * Add Folders
             * @default []
             */
            add_folders: string[];
            /** Auto Enrich */
            auto_enrich?: boolean | null;
            /** Auto Publish */
            auto_publish?: boolean | null;
            /** Auto Select */
            auto_select?: boolean | null;
            automation?: components["schemas"]["Automation"] | null;
            hard_links?: components["schemas"]["HardLinks"] | null;
            /** Language */
            language?: string | null;
            /** Name */
            name?: string | null;
            /**
             * Remove Folders
             * @default []
             */
            remove_folders: string[];
            /** Webhook Auto Publish */
            webhook_auto_publish?: boolean | null;
            /** Webhook Enabled */
            webhook_enabled?: boolean | null;
        };
        /**
         * LikelyWork
         * @description A work that a title may be, and how well it fits: its score, and what that is made of.
         */
        LikelyWork: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Imdb Id */
            imdb_id: string | null;
            /** Original Title */
            original_title: string | null;
            /** Plot */
            plot: string | null;
            /** Poster Url */
            poster_url: string | null;
            /** Provider */
            provider: string;
            /** Score */
            score: number;
            /** Title */
            title: string;
            /** Title Score */
            title_score: number;
            /** Tmdb Id */
            tmdb_id: number | null;
            /** Tvdb Id */
            tvdb_id: number | null;
            /** Year */
            year: number | null;
            /** Year Score */
            year_score: number;
        };
        /**
         * LikelyWorks
         * @description The works that a title may be, the likeliest first; `problem` if a search did not go well.
         */
        LikelyWorks: {
            /** Candidates */
            candidates: components["schemas"]["LikelyWork"][];
            problem: components["schemas"]["ServiceProblem"] | null;
            /** Searched At */
            searched_at: string | null;
            /** Searched For */
            searched_for: string | null;
        };
        /**
         * LockSent
         * @description Whether a type stays as it is.
         * @example {
         *       "is_locked": true
         *     }
         */
        LockSent: {
            /** Is Locked */
            is_locked: boolean;
        };
        /**
         * LockedValue
         * @description A value of the configuration: it is changed where it comes from, not here.
         */
        LockedValue: {
            /** Key */
            key: string;
            /**
             * Locked
             * @default true
             */
            locked: boolean;
            /** Place */
            place: string;
            /** Source */
            source: string;
            /** Value */
            value: string;
        };
        /**
         * LogEntry
         * @description One line of the log; `id` is its place in the files, and absent while it is told live.
         * @example {
         *       "at": "2026-11-26T09:30:12.504Z",
         *       "component": "server",
         *       "event": "request.answered",
         *       "facts": {
         *         "method": "GET",
         *         "milliseconds": 8.4,
         *         "path": "/api/v1/titles",
         *         "status": 200
         *       },
         *       "id": "20261126T093000000000Z-1840",
         *       "level": "info",
         *       "request_id": "0199f0c2a5d47c3e8b1f6a2d4e5c7b90"
         *     }
         */
        LogEntry: {
            /** At */
            at: string;
            /** Component */
            component: string;
            /** Event */
            event: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Id */
            id: string | null;
            /** Job Id */
            job_id: string | null;
            /**
             * Level
             * @enum {string}
             */
            level: "debug" | "info" | "warning" | "error" | "critical";
            /** Request Id */
            request_id: string | null;
        };
        /**
         * LogLineDocument
         * @description One sentence of a job's log.
         */
        LogLineDocument: {
            /** At */
            at: string;
            /** Attempt */
            attempt: number;
            /** Id */
            id: number;
            /** Sentence */
            sentence: string;
            severity: components["schemas"]["Severity"];
        };
        /**
         * LogLines
         * @description Lines of a log in order; `next` is the `after` of those that follow, if there are any.
         */
        LogLines: {
            /** Lines */
            lines: components["schemas"]["LogLineDocument"][];
            /** Next */
            next: number | null;
        };
        /**
         * LogPage
         * @description Entries, the newest first, or after a place the oldest first.
         *
         *     `next` is where the next page in the same direction begins; None when nothing older is left.
         *     After a place there is always a next one: more may be said. A page may hold fewer entries than
         *     were asked for, or none, and yet have a next one: it looks through so much of the log at once.
         */
        LogPage: {
            /**
             * Components
             * @description Every component that may speak.
             * @default []
             */
            components: string[];
            /** Entries */
            entries: components["schemas"]["LogEntry"][];
            /**
             * Newest
             * @description The `after` of who wants to go on from the end of the log.
             */
            newest: string;
            /** Next */
            next: string | null;
        };
        /**
         * MadeToken
         * @description An API token with its text, which is told this once.
         */
        MadeToken: {
            /** Created At */
            created_at: string;
            /** Expires At */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /** Token */
            token: string;
            /** User */
            user: string;
        };
        /**
         * ManagerDocument
         * @description A download manager and its folders; `problem` says why it does not name them.
         */
        ManagerDocument: {
            /**
             * Connection Id
             * Format: uuid
             */
            connection_id: string;
            /** Name */
            name: string;
            problem: components["schemas"]["ProblemDocument"] | null;
            /** Roots */
            roots: components["schemas"]["RootDocument"][];
        };
        /**
         * MappingDocument
         * @description One folder, as the service writes it, and as it is called here.
         */
        MappingDocument: {
            /** Local */
            local: string;
            /** Remote */
            remote: string;
        };
        /**
         * MetadataStatus
         * @description How far every service has come, and how many titles nobody has identified.
         */
        MetadataStatus: {
            /** Services */
            services: components["schemas"]["ServiceStatus"][];
            /** Unidentified */
            unidentified: number;
        };
        /**
         * Method
         * @description How room was found for what has to be said.
         * @enum {string}
         */
        Method: "flags that stand there are set" | "the list of tracks grows into the empty space behind it" | "the list of tracks is written anew in its own space" | "the list of tracks moves into the empty space before it";
        /**
         * MissedDocument
         * @description A picture that the library's players would find under no name, and why.
         */
        MissedDocument: {
            /** Number */
            number: number;
            /** Reason */
            reason: string;
            /** Type */
            type: string;
        };
        /**
         * Monitored
         * @description How many titles changed, with those below the ones that were meant.
         */
        Monitored: {
            /** Changed */
            changed: number;
        };
        /**
         * Monitoring
         * @description Whether automation looks after titles; without `ids`, after all that the filter means.
         *
         *     Ids that no title has are passed over.
         * @example {
         *       "ids": [
         *         "01900000-0000-7000-8000-000000000000"
         *       ],
         *       "is_monitored": false
         *     }
         */
        Monitoring: {
            /** Ids */
            ids?: string[] | null;
            /** Is Monitored */
            is_monitored: boolean;
        };
        /**
         * NamingDocument
         * @description For whose players a library's files are named, its own choice, and the settings'.
         */
        NamingDocument: {
            /** Own */
            own: ("kodi" | "jellyfin" | "plex")[] | null;
            /** Profiles */
            profiles: ("kodi" | "jellyfin" | "plex")[];
            /** Usual */
            usual: ("kodi" | "jellyfin" | "plex")[];
        };
        /**
         * NamingSent
         * @description For whose players a library's files are named; null lets the settings say it.
         * @example {
         *       "profiles": [
         *         "kodi",
         *         "jellyfin"
         *       ]
         *     }
         */
        NamingSent: {
            /** Profiles */
            profiles: ("kodi" | "jellyfin" | "plex")[] | null;
        };
        /**
         * NewChannel
         * @description A channel to be made; a test is sent over it first, and it is refused with what is wrong.
         *
         *     `address` is one of a service as Apprise writes it, of a webhook, or a phone's token from Expo.
         * @example {
         *       "address": "ntfys://ntfy.sh/a-topic",
         *       "kind": "apprise",
         *       "name": "ntfy"
         *     }
         */
        NewChannel: {
            /** Address */
            address: string;
            /**
             * Even If Failing
             * @default false
             */
            even_if_failing: boolean;
            kind: components["schemas"]["ChannelKind"];
            /** Name */
            name?: string | null;
        };
        /**
         * NewConnection
         * @description A connection to be made; without a name it has its kind's, or the one the service says.
         *
         *     It is tried first, and refused with what is wrong, unless `even_if_failing`.
         * @example {
         *       "config": {
         *         "api_key": "0f3c1d…",
         *         "url": "http://radarr:7878"
         *       },
         *       "kind": "radarr",
         *       "mappings": [
         *         {
         *           "local": "/srv/media/Movies",
         *           "remote": "/movies"
         *         }
         *       ],
         *       "name": "Radarr"
         *     }
         */
        NewConnection: {
            /** Config */
            config: {
                [key: string]: string | null;
            };
            /**
             * Even If Failing
             * @default false
             */
            even_if_failing: boolean;
            /**
             * Is Enabled
             * @default true
             */
            is_enabled: boolean;
            /** Kind */
            kind: string;
            /**
             * Mappings
             * @default []
             */
            mappings: components["schemas"]["MappingDocument"][];
            /** Name */
            name?: string | null;
        };
        /**
         * NewLibrary
         * @description A library to make: folders on the server's disk; without a kind, their names tell it.
         * @example {
         *       "folders": [
         *         "/media/movies"
         *       ],
         *       "kind": "movies"
         *     }
         */
        NewLibrary: {
            /** Folders */
            folders: string[];
            hard_links?: components["schemas"]["HardLinks"] | null;
            kind?: components["schemas"]["LibraryKind"] | null;
            /** Language */
            language?: string | null;
            /** Name */
            name?: string | null;
        };
        /**
         * NewPassword
         * @description Another password for a user.
         */
        NewPassword: {
            /**
             * Password
             * Format: password
             * @example correct horse battery
             */
            password: string;
        };
        /**
         * NewRule
         * @description A language rule to make; the last one unless its place is said, counted from 0.
         * @example {
         *       "languages": [
         *         "original",
         *         "en"
         *       ],
         *       "name": "Anime",
         *       "path": "/media/anime/**",
         *       "undetermined_is": "ja"
         *     }
         */
        NewRule: {
            /** Genre */
            genre?: string | null;
            /** Languages */
            languages: string[];
            /** Library Id */
            library_id?: string | null;
            /** Name */
            name: string;
            /** Path */
            path?: string | null;
            /** Position */
            position?: number | null;
            /** Tag */
            tag?: string | null;
            /** Undetermined Is */
            undetermined_is?: string | null;
        };
        /**
         * NewSearch
         * @description Under which name a title is searched for; without one, under its own.
         * @example {
         *       "title": "Heat",
         *       "year": 1995
         *     }
         */
        NewSearch: {
            /** Title */
            title?: string | null;
            /** Year */
            year?: number | null;
        };
        /**
         * NewToken
         * @description An API token to be made.
         */
        NewToken: {
            /**
             * Days
             * @default 365
             */
            days: number;
            /**
             * Name
             * @example a script
             */
            name: string;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
        };
        /**
         * NewUser
         * @description Somebody who shall be able to sign in.
         */
        NewUser: {
            /**
             * Name
             * @example ada
             */
            name: string;
            /**
             * Password
             * Format: password
             * @example correct horse battery
             */
            password: string;
            /** @default viewer */
            role: components["schemas"]["Role"];
        };
        /**
         * NoticeDocument
         * @description What a user was told, or will be; `kind` and `facts` let another language say `sentence`.
         */
        NoticeDocument: {
            /** At */
            at: string;
            /** Attempts */
            attempts: number;
            /** Channel */
            channel: string;
            /**
             * Channel Id
             * Format: uuid
             */
            channel_id: string;
            /** Due At */
            due_at: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["Kind"];
            problem: components["schemas"]["ProblemDocument"] | null;
            /** Reason */
            reason: string;
            /** Sentence */
            sentence: string;
            state: components["schemas"]["NoticeState"];
            /** Told At */
            told_at: string | null;
            when: components["schemas"]["When"];
        };
        /**
         * NoticeState
         * @description What became of a notice; `UNSURE`: the program ended while it was told.
         * @enum {string}
         */
        NoticeState: "waiting" | "sending" | "told" | "failed" | "unsure" | "dropped";
        /**
         * Notices
         * @description A page of what a user was told, the newest first; `next` is where the following begins.
         */
        Notices: {
            /** Next */
            next: string | null;
            /** Notices */
            notices: components["schemas"]["NoticeDocument"][];
        };
        /**
         * Obstacle
         * @description What keeps a file from being edited: in place, and from WOULD_LOSE on by a copy of it.
         * @enum {string}
         */
        Obstacle: "unreadable" | "unsupported" | "truncated" | "damaged" | "no such track" | "layout" | "would lose something" | "not needed" | "too large" | "no space" | "too slow" | "stopped" | "not the same" | "failed";
        /**
         * OfferDocument
         * @description A subtitle that a service has; `release` names the film that it was made for.
         */
        OfferDocument: {
            /**
             * Connection Id
             * Format: uuid
             */
            connection_id: string;
            /** Downloads */
            downloads: number | null;
            /** Is Forced */
            is_forced: boolean;
            /** Is Hearing Impaired */
            is_hearing_impaired: boolean;
            /** Is Machine Made */
            is_machine_made: boolean;
            /** Is Trusted */
            is_trusted: boolean;
            /** Language */
            language: string;
            /** Offer Id */
            offer_id: string;
            /** Provider */
            provider: string;
            /** Rating */
            rating: number | null;
            /** Release */
            release: string | null;
        };
        /**
         * OfferFailure
         * @description A service that could not answer, and why.
         */
        OfferFailure: {
            problem: components["schemas"]["Refusal"];
            /** Provider */
            provider: string;
        };
        /**
         * OnboardingDocument
         * @description How far somebody has come: `step` is what is asked next, null when nothing is left.
         * @example {
         *       "step": "connections",
         *       "steps": [
         *         {
         *           "name": "libraries",
         *           "outcome": "done",
         *           "settled_at": "2026-11-27T09:30:12.504Z"
         *         }
         *       ]
         *     }
         */
        OnboardingDocument: {
            step: components["schemas"]["Step"] | null;
            /** Steps */
            steps: components["schemas"]["maestrarr__flows__onboarding__schemas__StepDocument"][];
        };
        /**
         * OpenedSession
         * @description A session, with its tokens unless they are in cookies.
         */
        OpenedSession: {
            /** Access Expires At */
            access_expires_at: string;
            /** Access Token */
            access_token?: string | null;
            /** Expires At */
            expires_at: string;
            /** Refresh Token */
            refresh_token?: string | null;
            /**
             * Session Id
             * Format: uuid
             */
            session_id: string;
        };
        /**
         * Order
         * @description By what a series' episodes are counted.
         * @enum {string}
         */
        Order: "aired" | "dvd" | "absolute" | "alternate" | "regional" | "alternate_dvd";
        /**
         * Outcome
         * @description How a step was settled.
         * @enum {string}
         */
        Outcome: "done" | "skipped";
        /**
         * OwnPassword
         * @description Another password for oneself, with the present one.
         */
        OwnPassword: {
            /**
             * Password
             * Format: password
             * @example correct horse battery
             */
            password: string;
            /**
             * Present
             * Format: password
             * @example correct horse battery
             */
            present: string;
        };
        /**
         * OwnPatch
         * @description What of oneself is to be otherwise.
         */
        OwnPatch: {
            language: components["schemas"]["Language"];
        };
        /**
         * Part
         * @description One part of a score: its points of the most it could have, and why, by key and facts.
         */
        Part: {
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Key */
            key: string;
            /** Most */
            most: number;
            /** Name */
            name: string;
            /** Points */
            points: number;
        };
        /**
         * Pass
         * @description What is done for titles, in its order: which track is right depends on what they are.
         * @enum {string}
         */
        Pass: "identify" | "enrich" | "audio" | "artwork" | "publish";
        /**
         * PassPreview
         * @description What a pass would look into: titles, or files; and whether it is made without being asked.
         */
        PassPreview: {
            /** Count */
            count: number;
            /** Is Automatic */
            is_automatic: boolean;
            name: components["schemas"]["Pass"];
            /** Reason */
            reason: string;
        };
        /**
         * PathOutcome
         * @description A path on both sides; `local` is null where it can be no path here.
         *
         *     `is_there` says whether there is something here, and is null where that may not be looked at.
         */
        PathOutcome: {
            /** Is There */
            is_there: boolean | null;
            /** Local */
            local: string | null;
            /** Remote */
            remote: string;
        };
        /**
         * PathTrial
         * @description A path to be mapped: one of the service, or one of ours.
         * @example {
         *       "mappings": [
         *         {
         *           "local": "/srv/media/Movies",
         *           "remote": "/movies"
         *         }
         *       ],
         *       "remote": "/movies/Heat (1995)/Heat (1995).mkv"
         *     }
         */
        PathTrial: {
            /** Local */
            local?: string | null;
            /** Mappings */
            mappings: components["schemas"]["MappingDocument"][];
            /** Remote */
            remote?: string | null;
        };
        /**
         * PickSent
         * @description Which picture to take: a candidate, or whatever is at an address.
         * @example {
         *       "url": "https://image.tmdb.org/t/p/original/x.jpg"
         *     }
         */
        PickSent: {
            /** Candidate Id */
            candidate_id?: string | null;
            /** Url */
            url?: string | null;
        };
        /**
         * PinDocument
         * @description The track that somebody chose, and for which title: this one, or one above it.
         */
        PinDocument: {
            /** Language */
            language: string;
            /** Pinned At */
            pinned_at: string;
            /** Pinned By */
            pinned_by: string;
            /** Pinned By Name */
            pinned_by_name: string | null;
            /**
             * Title Id
             * Format: uuid
             */
            title_id: string;
            /** Track Index */
            track_index: number;
        };
        /**
         * PinSent
         * @description The track, by its index in one of the title's files, that shall play first.
         * @example {
         *       "file_id": "01900000-0000-7000-8000-000000000000",
         *       "track": 1
         *     }
         */
        PinSent: {
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            /** Track */
            track: number;
        };
        /**
         * PlaceDocument
         * @description Where an episode stands in an order of its series.
         */
        PlaceDocument: {
            /** Episode */
            episode: number;
            /** Order */
            order: string;
            /** Season */
            season: number;
        };
        /**
         * PlanDocument
         * @description What would be done to a file now, as its own bytes are just read.
         *
         *     `right` writes nothing; `edit` changes `changes` by writing `bytes` in place; `obstacle` says
         *     what keeps it from being edited in place. `said` is the `reason` for every language.
         */
        PlanDocument: {
            /**
             * Action
             * @enum {string}
             */
            action: "right" | "edit" | "obstacle";
            /**
             * Bytes
             * @default 0
             */
            bytes: number;
            /**
             * Changes
             * @default []
             */
            changes: string[];
            /**
             * May Be Remuxed
             * @default false
             */
            may_be_remuxed: boolean;
            method?: components["schemas"]["Method"] | null;
            /** Obstacle */
            obstacle?: components["schemas"]["Obstacle"] | ("hard links" | "no track fits") | null;
            /** Reason */
            reason: string;
            /** Said */
            said: components["schemas"]["ClauseDocument"][][];
        };
        /**
         * PlannedFileDocument
         * @description A file that shall stand, and what would be done to it; `type` is `nfo` or artwork's.
         *
         *     `why` is a word: new, gone, changed, altered, merged, foreign, stale or same. `diff` holds the
         *     lines of an NFO file before and after, each behind a space, a minus or a plus.
         */
        PlannedFileDocument: {
            deed: components["schemas"]["FileDeed"];
            /**
             * Diff
             * @default []
             */
            diff: string[];
            /** Name */
            name: string;
            /** Number */
            number: number;
            /**
             * Path
             * Format: path
             */
            path: string;
            /** Size Bytes */
            size_bytes: number;
            /** Type */
            type: string;
            /** Why */
            why: string;
        };
        /**
         * PlayedTitle
         * @description What a file plays, by its names; an episode with that of its series.
         */
        PlayedTitle: {
            /** Episode Number */
            episode_number: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["TitleKind"];
            /** Season Number */
            season_number: number | null;
            /** Series */
            series: string | null;
            /** Title */
            title: string;
            /** Year */
            year: number | null;
        };
        /**
         * PlayerState
         * @description Whether a player knows of a publication; one that is `WAITING` plays something there.
         * @enum {string}
         */
        PlayerState: "told" | "waiting" | "failed";
        /**
         * PlayerTold
         * @description Whether a player knows of a publication: `told`, `waiting` while it plays it, or `failed`.
         */
        PlayerTold: {
            /** At */
            at: string;
            /**
             * Connection Id
             * Format: uuid
             */
            connection_id: string;
            /** Name */
            name: string;
            problem: components["schemas"]["Refusal"] | null;
            state: components["schemas"]["PlayerState"];
        };
        /**
         * Preview
         * @description What the passes over a library would do; `titles` are its monitored movies and series.
         */
        Preview: {
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            /** Passes */
            passes: components["schemas"]["PassPreview"][];
            /** Titles */
            titles: number;
        };
        /**
         * PreviewedTitle
         * @description A title that would be published, and how many files that writes.
         */
        PreviewedTitle: {
            /** Title */
            title: string;
            /**
             * Title Id
             * Format: uuid
             */
            title_id: string;
            /** Writes */
            writes: number;
        };
        /**
         * ProblemDocument
         * @description A refusal in words; `key` and `facts` let another language say it. Source: RFC 9457.
         */
        Problem: {
            /** Detail */
            detail: string;
            /** Facts */
            facts: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Hint */
            hint: string;
            /** Key */
            key: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /**
         * ProblemDocument
         * @description What was wrong; `key` and `facts` let another language say `detail`.
         */
        ProblemDocument: {
            /** Detail */
            detail: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Hint */
            hint: string;
            /** Key */
            key: string;
        };
        /**
         * ProblemSaid
         * @description Why a file was left alone, by the key of a problem, its facts, and what to do next.
         */
        ProblemSaid: {
            /** Facts */
            facts: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Hint */
            hint: string;
            /** Key */
            key: string;
        };
        /**
         * ProcessRequest
         * @description Which passes are made over a library: all, where none are named.
         *
         *     With `everything`, also what is not due: all titles are described, their pictures chosen and
         *     their files looked into again.
         * @example {
         *       "everything": false,
         *       "passes": [
         *         "enrich",
         *         "artwork"
         *       ]
         *     }
         */
        ProcessRequest: {
            /**
             * Everything
             * @default false
             */
            everything: boolean;
            /** Passes */
            passes?: components["schemas"]["Pass"][] | null;
        };
        /**
         * Proof
         * @description By what a sender was known.
         * @enum {string}
         */
        Proof: "path" | "basic" | "header" | "signature";
        /**
         * PublicationDetail
         * @description A publication with its files.
         */
        PublicationDetail: {
            /** Asked By */
            asked_by: string | null;
            /** Asked By Name */
            asked_by_name: string | null;
            /** Change Set Id */
            change_set_id: string | null;
            /** Created */
            created: number;
            /** Files */
            files: components["schemas"]["PublishedFileDocument"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Standing */
            is_standing: boolean;
            /** Kept */
            kept: number;
            kind: components["schemas"]["PublicationKind"];
            /** Made At */
            made_at: string;
            /** Nfo Sha256 */
            nfo_sha256: string | null;
            /** Players */
            players: components["schemas"]["PlayerTold"][];
            /** Problem */
            problem: string | null;
            /** Problem Facts */
            problem_facts: {
                [key: string]: unknown;
            } | null;
            /** Problem Key */
            problem_key: string | null;
            /** Profiles */
            profiles: string[];
            /** Removed */
            removed: number;
            /** Replaced */
            replaced: number;
            status: components["schemas"]["PublicationStatus"];
            /** Title */
            title: string;
            /**
             * Title Id
             * Format: uuid
             */
            title_id: string;
        };
        /**
         * PublicationDocument
         * @description One publication of one title; one of kind `adopt` took for published what stood there.
         *
         *     `asked_by` is a user's id, and `asked_by_name` then their name, or it is a word: `schedule`.
         */
        PublicationDocument: {
            /** Asked By */
            asked_by: string | null;
            /** Asked By Name */
            asked_by_name: string | null;
            /** Change Set Id */
            change_set_id: string | null;
            /** Created */
            created: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Standing */
            is_standing: boolean;
            /** Kept */
            kept: number;
            kind: components["schemas"]["PublicationKind"];
            /** Made At */
            made_at: string;
            /** Nfo Sha256 */
            nfo_sha256: string | null;
            /** Players */
            players: components["schemas"]["PlayerTold"][];
            /** Problem */
            problem: string | null;
            /** Problem Facts */
            problem_facts: {
                [key: string]: unknown;
            } | null;
            /** Problem Key */
            problem_key: string | null;
            /** Profiles */
            profiles: string[];
            /** Removed */
            removed: number;
            /** Replaced */
            replaced: number;
            status: components["schemas"]["PublicationStatus"];
            /** Title */
            title: string;
            /**
             * Title Id
             * Format: uuid
             */
            title_id: string;
        };
        /**
         * PublicationKind
         * @description Why something was written: because it was new, was gone, or stood there already.
         * @enum {string}
         */
        PublicationKind: "publish" | "restore" | "adopt";
        /**
         * PublicationStatus
         * @description What became of a publication; `UNDONE` is one that was taken back.
         * @enum {string}
         */
        PublicationStatus: "published" | "failed" | "undone";
        /**
         * PublicationsPage
         * @description Publications, the newest first; `next` is the `before` of the next page, if any.
         */
        PublicationsPage: {
            /** Next */
            next: string | null;
            /** Publications */
            publications: components["schemas"]["PublicationDocument"][];
        };
        /**
         * PublishPlanDocument
         * @description What publishing a title would write, or why nothing is written.
         */
        PublishPlanDocument: {
            /** Files */
            files: components["schemas"]["PlannedFileDocument"][];
            /** Missed */
            missed: components["schemas"]["MissedDocument"][];
            /** Profiles */
            profiles: ("kodi" | "jellyfin" | "plex")[];
            refusal: components["schemas"]["Refusal"] | null;
            /** Size Bytes */
            size_bytes: number;
            /** Title */
            title: string;
            /**
             * Title Id
             * Format: uuid
             */
            title_id: string;
            /** Writes */
            writes: number;
        };
        /**
         * PublishPreview
         * @description What publishing many titles would do; of very many, only the first are looked at.
         *
         *     `refused` names some of those that would be left as they are, and why.
         */
        PublishPreview: {
            /** Created */
            created: number;
            /** First */
            first: components["schemas"]["PreviewedTitle"][];
            /** Looked At */
            looked_at: number;
            /** Refused */
            refused: components["schemas"]["RefusedTitle"][];
            /** Refused Count */
            refused_count: number;
            /** Removed */
            removed: number;
            /** Replaced */
            replaced: number;
            /** Size Bytes */
            size_bytes: number;
            /** Titles */
            titles: number;
            /** To Publish */
            to_publish: number;
            /** Unchanged */
            unchanged: number;
        };
        /**
         * PublishSent
         * @description Which titles to publish with all below them; without `ids`, all that the filter means.
         * @example {
         *       "dry_run": false,
         *       "ids": [
         *         "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b90"
         *       ]
         *     }
         */
        PublishSent: {
            /**
             * Dry Run
             * @default false
             */
            dry_run: boolean;
            /** Ids */
            ids?: string[] | null;
        };
        /**
         * PublishedFileDocument
         * @description A file that stood since a publication; one that is not `is_ours` stood there before.
         */
        PublishedFileDocument: {
            /** Is Ours */
            is_ours: boolean;
            /** Number */
            number: number;
            /**
             * Path
             * Format: path
             */
            path: string;
            /** Sha256 */
            sha256: string;
            /** Size Bytes */
            size_bytes: number;
            /** Type */
            type: string;
        };
        /**
         * RatingDocument
         * @description What one source's viewers think, from 0 to 10.
         */
        RatingDocument: {
            /** Source */
            source: string;
            /** Value */
            value: number;
            /** Votes */
            votes?: number | null;
        };
        /**
         * Reason
         * @description For what a backup was made: a schedule, somebody who asked, or safety before a change.
         * @enum {string}
         */
        Reason: "schedule" | "asked" | "migration" | "restore";
        /**
         * ReasonCount
         * @description How many files are in a state for one reason.
         */
        ReasonCount: {
            /** Files */
            files: number;
            /** Reason */
            reason: string;
            /** Said */
            said: components["schemas"]["ClauseDocument"][][];
            state: components["schemas"]["DefaultAudio"];
        };
        /**
         * Refresh
         * @description A refresh token, from who does not keep it in a cookie.
         */
        Refresh: {
            /** Refresh Token */
            refresh_token?: string | null;
        };
        /**
         * Refusal
         * @description Why something is left as it is; translations find it by its key and facts.
         */
        Refusal: {
            /** Facts */
            facts: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Hint */
            hint: string;
            /** Key */
            key: string;
            /** Sentence */
            sentence: string;
        };
        /**
         * RefusalDocument
         * @description A file that would be left alone, and why.
         */
        RefusalDocument: {
            /** Facts */
            facts: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Hint */
            hint: string;
            /** Key */
            key: string;
            /** Path */
            path: string;
            /** Sentence */
            sentence: string;
        };
        /**
         * RefusedTitle
         * @description A title that would be left as it is, and why.
         */
        RefusedTitle: {
            problem: components["schemas"]["Refusal"];
            /** Title */
            title: string;
            /**
             * Title Id
             * Format: uuid
             */
            title_id: string;
        };
        /**
         * RejectSent
         * @description Why nobody wants a picture.
         * @example {
         *       "reason": "Wrong film"
         *     }
         */
        RejectSent: {
            /** Reason */
            reason: string;
        };
        /**
         * RejectionDocument
         * @description A picture that is offered for no title any more.
         */
        RejectionDocument: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Provider */
            provider: string;
            /** Reason */
            reason: string;
            /**
             * Rejected At
             * Format: date-time
             */
            rejected_at: string;
            /** Rejected By */
            rejected_by: string;
            /** Title */
            title: string;
            /** Type */
            type: string;
            /** Url */
            url: string | null;
        };
        /**
         * RejectionPage
         * @description Rejected pictures, the latest first.
         */
        RejectionPage: {
            /** Next */
            next: string | null;
            /** Rejections */
            rejections: components["schemas"]["RejectionDocument"][];
        };
        /**
         * Resolution
         * @description A picture's size as people name it; a wide picture counts by its width.
         * @enum {string}
         */
        Resolution: "2160p" | "1080p" | "720p" | "sd";
        /**
         * RestoreDocument
         * @description The last restore that a server was asked for; `kept` is the backup of the state before it.
         */
        RestoreDocument: {
            /** Asked At */
            asked_at: string;
            /** Asked By */
            asked_by: string;
            /** Kept */
            kept: string | null;
            /** Name */
            name: string;
            /** Reason */
            reason: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "asked" | "done" | "refused";
        };
        /**
         * Role
         * @description What a user may do, each role including those before it.
         *
         *     A guest sees what is their own, a viewer also the library; an operator runs and edits; an admin
         *     decides about the installation and its users.
         * @enum {string}
         */
        Role: "guest" | "viewer" | "operator" | "admin";
        /**
         * RootDocument
         * @description A folder of a download manager, and where it leads to here.
         *
         *     `library` is the one that it lies in; without one, `likely` is the folder here that it may be.
         */
        RootDocument: {
            /** Library */
            library: string | null;
            /** Likely */
            likely: string | null;
            /** Local */
            local: string | null;
            /** Remote */
            remote: string;
        };
        /**
         * Roots
         * @description The folders of every download manager that is connected.
         */
        Roots: {
            /** Managers */
            managers: components["schemas"]["ManagerDocument"][];
        };
        /**
         * RuleDocument
         * @description A language rule; that of the lowest `position` which fits a file decides about it.
         */
        RuleDocument: {
            /** Changed At */
            changed_at: string;
            /** Genre */
            genre: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Languages */
            languages: string[];
            /** Library Id */
            library_id: string | null;
            /** Name */
            name: string;
            /** Path */
            path: string | null;
            /** Position */
            position: number;
            /** Tag */
            tag: string | null;
            /** Undetermined Is */
            undetermined_is: string | null;
        };
        /**
         * RuleOrder
         * @description Every rule's id, the one that is asked first before the others.
         */
        RuleOrder: {
            /**
             * Ids
             * @example [
             *       "01900000-0000-7000-8000-000000000000"
             *     ]
             */
            ids: string[];
        };
        /**
         * RuleOutcome
         * @description What a rule would do: of the `files` about which it decides, how many would be changed.
         *
         *     `otherwise` counts those of them for which another track is wanted than without it. The counts
         *     stand on the first page only; `listed` are the files that would be changed, by path.
         */
        RuleOutcome: {
            /** Files */
            files: number | null;
            /** Listed */
            listed: components["schemas"]["TriedFile"][];
            /** Next */
            next: string | null;
            /** Otherwise */
            otherwise: number | null;
            /** Reasons */
            reasons: components["schemas"]["ReasonCount"][];
            /** Would Change */
            would_change: number | null;
        };
        /**
         * RuleSent
         * @description What a language rule says; a condition that is null fits everywhere.
         *
         *     `languages` may hold `original`. In `path` only `*`, `**` and `?` are special, and one that ends
         *     with `/` means all below. `undetermined_is` says what tracks speak that do not say it.
         * @example {
         *       "languages": [
         *         "original",
         *         "en"
         *       ],
         *       "name": "Anime",
         *       "path": "/media/anime/**",
         *       "undetermined_is": "ja"
         *     }
         */
        RuleSent: {
            /** Genre */
            genre?: string | null;
            /** Languages */
            languages: string[];
            /** Library Id */
            library_id?: string | null;
            /** Name */
            name: string;
            /** Path */
            path?: string | null;
            /** Tag */
            tag?: string | null;
            /** Undetermined Is */
            undetermined_is?: string | null;
        };
        /**
         * RuleTrial
         * @description A rule to be tried before it is saved: a new one, or one in the place of `rule_id`.
         * @example {
         *       "rule": {
         *         "languages": [
         *           "original",
         *           "en"
         *         ],
         *         "name": "Anime",
         *         "path": "/media/anime/**",
         *         "undetermined_is": "ja"
         *       }
         *     }
         */
        RuleTrial: {
            /** Position */
            position?: number | null;
            rule: components["schemas"]["RuleSent"];
            /** Rule Id */
            rule_id?: string | null;
        };
        /**
         * Rules
         * @description Every language rule, in the order in which they are asked.
         */
        Rules: {
            /** Rules */
            rules: components["schemas"]["RuleDocument"][];
        };
        /**
         * SaidOfTitle
         * @description What is said of a title from now on; what is left out stays, null and [] empty a field.
         */
        SaidOfTitle: {
            /** Certification */
            certification?: string | null;
            /**
             * Countries
             * @default []
             */
            countries: string[];
            /**
             * Genres
             * @default []
             */
            genres: string[];
            /**
             * Languages
             * @default []
             */
            languages: string[];
            /**
             * Networks
             * @default []
             */
            networks: string[];
            /** Original Language */
            original_language?: string | null;
            /** Original Title */
            original_title?: string | null;
            /**
             * Other Titles
             * @default []
             */
            other_titles: string[];
            /** Outline */
            outline?: string | null;
            /**
             * People
             * @default []
             */
            people: components["schemas"]["SaidPerson"][];
            /** Plot */
            plot?: string | null;
            /** Premiered */
            premiered?: string | null;
            /** Rating */
            rating?: number | null;
            /** Runtime Minutes */
            runtime_minutes?: number | null;
            /** Set Name */
            set_name?: string | null;
            /** Sort Title */
            sort_title?: string | null;
            status?: components["schemas"]["SeriesStatus"] | null;
            /**
             * Studios
             * @default []
             */
            studios: string[];
            /** Tagline */
            tagline?: string | null;
            /**
             * Tags
             * @default []
             */
            tags: string[];
            /** Title */
            title?: string | null;
            /**
             * Trailers
             * @default []
             */
            trailers: components["schemas"]["SaidTrailer"][];
            /** Year */
            year?: number | null;
        };
        /**
         * SaidPerson
         * @description Somebody who made a title, and as what.
         */
        SaidPerson: {
            /**
             * Job
             * @default actor
             * @enum {string}
             */
            job: "actor" | "guest" | "director" | "writer" | "creator" | "producer" | "composer" | "presenter";
            /** Name */
            name: string;
            /** Portrait Url */
            portrait_url?: string | null;
            /** Role */
            role?: string | null;
        };
        /**
         * SaidTrailer
         * @description A trailer to watch.
         */
        SaidTrailer: {
            /** Name */
            name?: string | null;
            /** Url */
            url: string;
        };
        /**
         * ScanRequest
         * @description How to scan; `accept_missing` says that many titles are gone, and that is right.
         */
        ScanRequest: {
            /**
             * Accept Missing
             * @default false
             * @example false
             */
            accept_missing: boolean;
        };
        /**
         * ScheduleDocument
         * @description What starts by itself: a job of a kind, `at` a pattern as cron reads it, by a zone's clocks.
         *
         *     `next_runs` are the moments that come next, the first of them `next_at`; none while paused.
         */
        ScheduleDocument: {
            /** At */
            at: string;
            /** Is Paused */
            is_paused: boolean;
            /** Kind */
            kind: string;
            /** Last At */
            last_at: string | null;
            /** Name */
            name: string;
            /** Next At */
            next_at: string | null;
            /** Next Runs */
            next_runs: string[];
            /** Title */
            title: string;
            /** Zone */
            zone: string;
        };
        /**
         * SchedulePatch
         * @description What can be changed about a schedule; what is left out stays as it is.
         * @example {
         *       "at": "0 2 * * *",
         *       "zone": "Europe/Paris"
         *     }
         */
        SchedulePatch: {
            /** At */
            at?: string | null;
            /** Is Paused */
            is_paused?: boolean | null;
            /** Zone */
            zone?: string | null;
        };
        /**
         * Schedules
         * @description Every schedule, the next one to start first.
         */
        Schedules: {
            /** Schedules */
            schedules: components["schemas"]["ScheduleDocument"][];
        };
        /**
         * Scope
         * @description How much of its user's role an API token has; `read` changes nothing, whatever the role.
         * @enum {string}
         */
        Scope: "read" | "operate" | "admin";
        /**
         * Score
         * @description A score, of 100 with the usual weights, and its parts.
         */
        Score: {
            /** Parts */
            parts: components["schemas"]["Part"][];
            /** Points */
            points: number;
        };
        /**
         * SelectSent
         * @description What to choose anew: all types that are not locked, or these, whose locks are lifted.
         *
         *     With `search`, providers are asked first, whatever they answered lately.
         * @example {
         *       "search": true,
         *       "types": [
         *         "poster"
         *       ]
         *     }
         */
        SelectSent: {
            /**
             * Search
             * @default false
             */
            search: boolean;
            /** Types */
            types?: string[] | null;
        };
        /**
         * Selected
         * @description A picture that a title has; `chosen_by` is None where the score chose it.
         */
        Selected: {
            /** Candidate Id */
            candidate_id: string | null;
            /**
             * Chosen At
             * Format: date-time
             */
            chosen_at: string;
            /** Chosen By */
            chosen_by: string | null;
            /** Height */
            height: number;
            /** Number */
            number: number;
            /** Provider */
            provider: string;
            /** Reason */
            reason: string;
            /** Said */
            said: unknown;
            /** Sha256 */
            sha256: string;
            /** Size Bytes */
            size_bytes: number;
            /** Url */
            url: string | null;
            /** Width */
            width: number;
        };
        /**
         * SenderAddress
         * @description Where a connection reports: a path on this server, which ends in the secret.
         */
        SenderAddress: {
            /** Path */
            path: string;
        };
        /**
         * SenderDocument
         * @description A connection that can report; `can_be_told` says that we can set it up ourselves.
         */
        SenderDocument: {
            /** Can Be Told */
            can_be_told: boolean;
            /**
             * Connection Id
             * Format: uuid
             */
            connection_id: string;
            /** Has Address */
            has_address: boolean;
            /** Kind */
            kind: string;
            /** Last Received At */
            last_received_at: string | null;
            /** Name */
            name: string;
        };
        /**
         * Senders
         * @description Every connection that can report.
         */
        Senders: {
            /** Senders */
            senders: components["schemas"]["SenderDocument"][];
        };
        /**
         * SeriesStatus
         * @description Whether more of a series is to come.
         * @enum {string}
         */
        SeriesStatus: "continuing" | "ended" | "upcoming";
        /**
         * ServiceProblem
         * @description What went wrong, as a sentence, and by its key and facts in other languages.
         */
        ServiceProblem: {
            /**
             * Facts
             * @default {}
             */
            facts: {
                [key: string]: unknown;
            };
            /** Key */
            key: string;
            /** Sentence */
            sentence: string;
        };
        /**
         * ServiceStatus
         * @description How far one service has come with the titles of this installation.
         */
        ServiceStatus: {
            /** Described */
            described: number;
            /** Failed */
            failed: number;
            /** Name */
            name: string;
            /** Provider */
            provider: string;
            /** Waiting */
            waiting: number;
        };
        /**
         * SessionDocument
         * @description One device on which the caller is signed in.
         */
        SessionDocument: {
            /** Address */
            address: string;
            /** Created At */
            created_at: string;
            /** Device */
            device: string;
            /** Expires At */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Is Current
             * @default false
             */
            is_current: boolean;
            /** Refreshed At */
            refreshed_at: string;
        };
        /**
         * Sessions
         * @description The caller's sessions, the newest first.
         */
        Sessions: {
            /** Sessions */
            sessions: components["schemas"]["SessionDocument"][];
        };
        /**
         * SetUp
         * @description Under which address the service reaches this server, with its port if it has one.
         * @example {
         *       "url": "http://maestrarr:9393"
         *     }
         */
        SetUp: {
            /** Url */
            url: string;
        };
        /**
         * SettingsChangeDocument
         * @description One field's change: who, when, old and new, a secret's in disguise.
         *
         *     `changed_by` is a user's id, and `changed_by_name` then their name, or a word: `terminal`.
         */
        SettingsChangeDocument: {
            after: components["schemas"]["JsonValue"];
            before: components["schemas"]["JsonValue"];
            /** Changed At */
            changed_at: string;
            /** Changed By */
            changed_by: string | null;
            /** Changed By Name */
            changed_by_name?: string | null;
            /** Field */
            field: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Version */
            version: number;
        };
        /**
         * SettingsDocument
         * @description One room's settings: what they are, what they would be unset, and what may be set.
         *
         *     `set_fields` are those that are no defaults; `json_schema` has each field's bounds and help.
         */
        SettingsDocument: {
            /** Changed At */
            changed_at: string | null;
            /** Defaults */
            defaults: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Help */
            help: string;
            /** Json Schema */
            json_schema: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
            /** Set Fields */
            set_fields: string[];
            /** Title */
            title: string;
            /** Values */
            values: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Version */
            version: number;
        };
        /**
         * SettingsHistory
         * @description Changes, the newest first; `next` is the `before` of the next page, if there is one.
         */
        SettingsHistory: {
            /** Changes */
            changes: components["schemas"]["SettingsChangeDocument"][];
            /** Next */
            next: string | null;
        };
        /**
         * SettingsList
         * @description All settings, and beside them the configuration, which is locked.
         */
        SettingsList: {
            /** Configuration */
            configuration: components["schemas"]["LockedValue"][];
            /** Settings */
            settings: components["schemas"]["SettingsDocument"][];
        };
        /**
         * SettingsPatch
         * @description What to set; `version` is the one that was seen, and is refused when it is no longer so.
         */
        SettingsPatch: {
            /**
             * Values
             * @example {
             *       "at_once": 2
             *     }
             */
            values: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Version */
            version?: number | null;
        };
        /**
         * SettingsReset
         * @description Which fields get their defaults back; none named means all.
         */
        SettingsReset: {
            /**
             * Fields
             * @example [
             *       "at_once"
             *     ]
             */
            fields?: string[] | null;
            /** Version */
            version?: number | null;
        };
        /**
         * Settlement
         * @description How a step is settled; one that was skipped may be done later.
         * @example {
         *       "outcome": "skipped"
         *     }
         */
        Settlement: {
            outcome: components["schemas"]["Outcome"];
        };
        /**
         * Setup
         * @description The first admin, and the setup token from the link that the server printed.
         */
        Setup: {
            language?: components["schemas"]["Language"] | null;
            /**
             * Name
             * @example ada
             */
            name: string;
            /**
             * Password
             * Format: password
             * @example correct horse battery
             */
            password: string;
            /**
             * Token
             * Format: password
             */
            token: string;
            /**
             * With Cookies
             * @default false
             */
            with_cookies: boolean;
        };
        /**
         * SetupState
         * @description Whether the first admin is still to be made; in a demo anybody signs in as demo, demo.
         */
        SetupState: {
            /** Is Demo */
            is_demo: boolean;
            /** Is Needed */
            is_needed: boolean;
        };
        /**
         * Severity
         * @description How much a log line matters.
         * @enum {string}
         */
        Severity: "debug" | "info" | "warning" | "error";
        /**
         * Size
         * @description How wide a picture is wanted: in a list, on a page, or behind everything.
         * @enum {string}
         */
        Size: "small" | "medium" | "large";
        /**
         * StampDocument
         * @description How a file looked; times are in nanoseconds since 1970.
         */
        StampDocument: {
            /** Ctime Ns */
            ctime_ns: number;
            /** Inode */
            inode: number;
            /** Mtime Ns */
            mtime_ns: number;
            /** Size Bytes */
            size_bytes: number;
        };
        /**
         * State
         * @description What became of a delivery.
         * @enum {string}
         */
        State: "waiting" | "taken" | "noted" | "repeated" | "refused" | "unknown" | "unreadable";
        /**
         * Status
         * @description Where a job stands.
         * @enum {string}
         */
        Status: "queued" | "running" | "completed" | "failed" | "cancelled" | "skipped";
        /**
         * Step
         * @description What is asked, in this order.
         * @enum {string}
         */
        Step: "account" | "libraries" | "connections" | "preferences" | "first_run";
        /**
         * SubtitleOffers
         * @description What services have in the languages that were meant, the best first.
         */
        SubtitleOffers: {
            /** Failures */
            failures: components["schemas"]["OfferFailure"][];
            /** Languages */
            languages: string[];
            /** Offers */
            offers: components["schemas"]["OfferDocument"][];
        };
        /**
         * SubtitleTrack
         * @description One subtitle track: inside the file, or beside it when `path` is set and `index` is None.
         */
        SubtitleTrack: {
            /** Codec */
            codec: string;
            /** Index */
            index: number | null;
            /**
             * Is Commentary
             * @default false
             */
            is_commentary: boolean;
            /**
             * Is Default
             * @default false
             */
            is_default: boolean;
            /**
             * Is Forced
             * @default false
             */
            is_forced: boolean;
            /**
             * Is Hearing Impaired
             * @default false
             */
            is_hearing_impaired: boolean;
            /**
             * Is Original
             * @default false
             */
            is_original: boolean;
            /**
             * Language
             * @default und
             */
            language: string;
            /** Language Written */
            language_written?: string | null;
            /** Number */
            number?: number | null;
            /** Path */
            path?: string | null;
            /** Title */
            title?: string | null;
        };
        /**
         * SubtitledFile
         * @description A film or an episode with its subtitles.
         */
        SubtitledFile: {
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            /**
             * Path
             * Format: path
             */
            path: string;
            /** Tracks */
            tracks: components["schemas"]["ExtractableTrack"][];
        };
        /**
         * ThumbnailSize
         * @description How wide a thumbnail is: 320 or 640 pixels.
         * @enum {string}
         */
        ThumbnailSize: "small" | "medium";
        /**
         * TitleArtwork
         * @description The pictures of a title by type, and how the last search for them went.
         */
        TitleArtwork: {
            /** Failures */
            failures: components["schemas"]["Failure"][];
            /** Searched At */
            searched_at: string | null;
            /**
             * Title Id
             * Format: uuid
             */
            title_id: string;
            /** Types */
            types: components["schemas"]["TypeArtwork"][];
        };
        /**
         * TitleAudio
         * @description The pin that decides about a title, and its files by path with what would be done to each.
         */
        TitleAudio: {
            /** Files */
            files: components["schemas"]["FilePlan"][];
            /** Next */
            next: string | null;
            pin: components["schemas"]["PinDocument"] | null;
            state: components["schemas"]["DefaultAudio"] | null;
            /**
             * Title Id
             * Format: uuid
             */
            title_id: string;
        };
        /**
         * TitleDetail
         * @description Everything that is known of a title: files with their tracks, artwork, what is below it.
         */
        TitleDetail: {
            /** Absolute Number */
            absolute_number: number | null;
            /** Added At */
            added_at: string;
            /** Air Date */
            air_date: string | null;
            /** Artwork */
            artwork: components["schemas"]["ArtworkDocument"][];
            /** Certification */
            certification: string | null;
            /** Changed At */
            changed_at: string;
            /** Children */
            children: components["schemas"]["ChildDocument"][];
            /** Countries */
            countries: string[];
            default_audio: components["schemas"]["DefaultAudio"] | null;
            /** Episode Number */
            episode_number: number | null;
            /** Episode Order */
            episode_order: string | null;
            /** Faults */
            faults: components["schemas"]["FaultDocument"][];
            /** Files */
            files: components["schemas"]["FileDocument"][];
            /** Folder */
            folder: string;
            /** Genres */
            genres: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            ids: components["schemas"]["IdsDocument"];
            /** Is Monitored */
            is_monitored: boolean;
            /** Is Unpublished */
            is_unpublished: boolean;
            /** Key */
            key: string;
            kind: components["schemas"]["TitleKind"];
            /** Languages */
            languages: string[];
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            /** Locked Fields */
            locked_fields: string[];
            /** Missing Since */
            missing_since: string | null;
            /** Networks */
            networks: string[];
            /** Nfo */
            nfo: string | null;
            /** Original Language */
            original_language: string | null;
            /** Original Title */
            original_title: string | null;
            /** Other Titles */
            other_titles: string[];
            /** Outline */
            outline: string | null;
            /** Parent Id */
            parent_id: string | null;
            /** People */
            people: components["schemas"]["maestrarr__features__library__said__PersonDocument"][];
            /** Places */
            places: components["schemas"]["PlaceDocument"][];
            /** Plot */
            plot: string | null;
            /** Premiered */
            premiered: string | null;
            /** Rating */
            rating: number | null;
            /** Ratings */
            ratings: components["schemas"]["RatingDocument"][];
            /** Runtime Minutes */
            runtime_minutes: number | null;
            /** Season Number */
            season_number: number | null;
            /** Set Id */
            set_id: string | null;
            /** Set Name */
            set_name: string | null;
            /** Sort Title */
            sort_title: string;
            /** Sources */
            sources: {
                [key: string]: string;
            };
            state: components["schemas"]["TitleState"];
            /** Status */
            status: string | null;
            /** Studios */
            studios: string[];
            /** Tagline */
            tagline: string | null;
            /** Tags */
            tags: string[];
            /** Title */
            title: string;
            /** Trailers */
            trailers: components["schemas"]["TrailerDocument"][];
            /** Year */
            year: number | null;
        };
        /**
         * TitleDocument
         * @description A title in a list: the fields that were asked for, else the usual ones.
         */
        TitleDocument: {
            /** Added At */
            added_at: string;
            /** Episode Number */
            episode_number: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Monitored */
            is_monitored: boolean;
            kind: components["schemas"]["TitleKind"];
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            /** Missing Since */
            missing_since: string | null;
            /** Parent Id */
            parent_id: string | null;
            /** Season Number */
            season_number: number | null;
            state: components["schemas"]["TitleState"];
            /** Title */
            title: string;
            /** Year */
            year: number | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * TitleFilter
         * @description Which titles are meant; what is not said does not narrow, of a list any one fits.
         *
         *     Without `kind`, movies and series. A series fits what any of its episodes fits. A `letter` is
         *     the first of the title as it is sorted; `default_audio` tells whether the right track plays
         *     first. One that `lacks` a type of picture has none, neither beside its media nor chosen.
         */
        TitleFilter: {
            /** Added Since */
            added_since?: string | null;
            /**
             * Audio Codec
             * @description As the facets name them: aac.
             * @default []
             */
            audio_codec: string[];
            /**
             * Audio Language
             * @description A language to hear: en.
             * @default []
             */
            audio_language: string[];
            /**
             * Default Audio
             * @default []
             */
            default_audio: components["schemas"]["DefaultAudio"][];
            /**
             * Genre
             * @description Such as Drama; any of several.
             * @default []
             */
            genre: string[];
            /** Has Faults */
            has_faults?: boolean | null;
            /**
             * Hdr
             * @default []
             */
            hdr: components["schemas"]["HdrKind"][];
            /**
             * Kind
             * @default []
             */
            kind: components["schemas"]["TitleKind"][];
            /**
             * Lacks
             * @default []
             */
            lacks: ("poster" | "fanart" | "clearlogo" | "landscape" | "clearart" | "banner")[];
            /**
             * Letter
             * @description Where titles begin, as they are sorted: a.
             * @default []
             */
            letter: string[];
            /**
             * Library
             * @default []
             */
            library: string[];
            /** Locked */
            locked?: boolean | null;
            /** Missing */
            missing?: boolean | null;
            /** Monitored */
            monitored?: boolean | null;
            /**
             * Resolution
             * @default []
             */
            resolution: components["schemas"]["Resolution"][];
            /** Size From */
            size_from?: number | null;
            /** Size To */
            size_to?: number | null;
            /**
             * State
             * @default []
             */
            state: components["schemas"]["TitleState"][];
            /**
             * Subtitle Language
             * @description A language to read: fr.
             * @default []
             */
            subtitle_language: string[];
            /** Unpublished */
            unpublished?: boolean | null;
            /**
             * Video Codec
             * @description As the facets name them: hevc.
             * @default []
             */
            video_codec: string[];
            /** Year From */
            year_from?: number | null;
            /** Year To */
            year_to?: number | null;
        };
        /**
         * TitleIds
         * @description Which work a title is, by one id at least; what is not said is none.
         * @example {
         *       "tmdb_id": 603
         *     }
         */
        TitleIds: {
            /** Imdb Id */
            imdb_id?: string | null;
            /** Tmdb Id */
            tmdb_id?: number | null;
            /** Tvdb Id */
            tvdb_id?: number | null;
        };
        /**
         * TitleKind
         * @description What has a page of its own.
         * @enum {string}
         */
        TitleKind: "movie" | "series" | "season" | "episode" | "set";
        /**
         * TitleMetadata
         * @description Who was asked about a title, and whose data it shows.
         */
        TitleMetadata: {
            /** Attribution */
            attribution: string[];
            /** Services */
            services: components["schemas"]["EnrichmentDocument"][];
        };
        /**
         * TitlePatch
         * @description What can be changed about a title: what is said of it, and whether it is looked after.
         *
         *     `is_monitored` is for automation, and for what is below it as well.
         * @example {
         *       "unlock": [
         *         "plot"
         *       ],
         *       "values": {
         *         "title": "Heat",
         *         "year": 1995
         *       }
         *     }
         */
        TitlePatch: {
            /**
             * Add
             * @default {}
             */
            add: {
                [key: string]: string[];
            };
            /** @description In which order a series' files are numbered. */
            episode_order?: components["schemas"]["Order"] | null;
            /** Is Monitored */
            is_monitored?: boolean | null;
            /**
             * Lock
             * @default []
             */
            lock: ("title" | "original_title" | "other_titles" | "sort_title" | "year" | "premiered" | "tagline" | "outline" | "plot" | "runtime_minutes" | "certification" | "rating" | "ratings" | "original_language" | "languages" | "status" | "set_name" | "genres" | "studios" | "networks" | "countries" | "tags" | "people" | "trailers")[];
            /**
             * Remove
             * @default {}
             */
            remove: {
                [key: string]: string[];
            };
            /**
             * Unlock
             * @default []
             */
            unlock: ("title" | "original_title" | "other_titles" | "sort_title" | "year" | "premiered" | "tagline" | "outline" | "plot" | "runtime_minutes" | "certification" | "rating" | "ratings" | "original_language" | "languages" | "status" | "set_name" | "genres" | "studios" | "networks" | "countries" | "tags" | "people" | "trailers")[];
            /**
             * @default {
             *       "countries": [],
             *       "genres": [],
             *       "languages": [],
             *       "networks": [],
             *       "other_titles": [],
             *       "people": [],
             *       "studios": [],
             *       "tags": [],
             *       "trailers": []
             *     }
             */
            values: components["schemas"]["SaidOfTitle"];
        };
        /**
         * TitlePublishing
         * @description How a title stands: its last publication, whether something new is known, and who fights.
         */
        TitlePublishing: {
            failed: components["schemas"]["PublicationDocument"] | null;
            /** Fights */
            fights: components["schemas"]["FightDocument"][];
            /** Is Unpublished */
            is_unpublished: boolean;
            standing: components["schemas"]["PublicationDocument"] | null;
        };
        /**
         * TitleState
         * @description How far a title has come; `DISCOVERED` is one that nobody has identified yet.
         * @enum {string}
         */
        TitleState: "missing" | "discovered" | "identified" | "enriched" | "selected" | "published" | "failed";
        /**
         * TitleSubtitles
         * @description The subtitles of a title, in each of its files.
         */
        TitleSubtitles: {
            /** Files */
            files: components["schemas"]["SubtitledFile"][];
            /**
             * Title Id
             * Format: uuid
             */
            title_id: string;
        };
        /**
         * TitlesEdit
         * @description The same for many titles; without `ids`, for all that the filter means.
         * @example {
         *       "add": {
         *         "tags": [
         *           "Christmas"
         *         ]
         *       },
         *       "ids": [
         *         "01900000-0000-7000-8000-000000000000"
         *       ],
         *       "lock": [
         *         "genres"
         *       ]
         *     }
         */
        TitlesEdit: {
            /**
             * Add
             * @default {}
             */
            add: {
                [key: string]: string[];
            };
            /** @description In which order a series' files are numbered. */
            episode_order?: components["schemas"]["Order"] | null;
            /** Ids */
            ids?: string[] | null;
            /**
             * Lock
             * @default []
             */
            lock: ("title" | "original_title" | "other_titles" | "sort_title" | "year" | "premiered" | "tagline" | "outline" | "plot" | "runtime_minutes" | "certification" | "rating" | "ratings" | "original_language" | "languages" | "status" | "set_name" | "genres" | "studios" | "networks" | "countries" | "tags" | "people" | "trailers")[];
            /**
             * Remove
             * @default {}
             */
            remove: {
                [key: string]: string[];
            };
            /**
             * Unlock
             * @default []
             */
            unlock: ("title" | "original_title" | "other_titles" | "sort_title" | "year" | "premiered" | "tagline" | "outline" | "plot" | "runtime_minutes" | "certification" | "rating" | "ratings" | "original_language" | "languages" | "status" | "set_name" | "genres" | "studios" | "networks" | "countries" | "tags" | "people" | "trailers")[];
            /**
             * @default {
             *       "countries": [],
             *       "genres": [],
             *       "languages": [],
             *       "networks": [],
             *       "other_titles": [],
             *       "people": [],
             *       "studios": [],
             *       "tags": [],
             *       "trailers": []
             *     }
             */
            values: components["schemas"]["SaidOfTitle"];
        };
        /**
         * TitlesPage
         * @description A page of titles; `next` is the `after` of the next one, if there is one.
         */
        TitlesPage: {
            /** Next */
            next: string | null;
            /** Titles */
            titles: components["schemas"]["TitleDocument"][];
        };
        /**
         * TokenDocument
         * @description An API token, without its text.
         */
        TokenDocument: {
            /** Created At */
            created_at: string;
            /** Expires At */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /** User */
            user: string;
        };
        /**
         * Tokens
         * @description The caller's API tokens, or everybody's, the newest first.
         */
        Tokens: {
            /** Tokens */
            tokens: components["schemas"]["TokenDocument"][];
        };
        /**
         * TrackChangeDocument
         * @description One setting of a track, before and after; 0 and 1 are no and yes.
         */
        TrackChangeDocument: {
            /** After */
            after: number;
            /** Before */
            before: number;
            /** Setting */
            setting: string;
            /** Track */
            track: number;
        };
        /**
         * TrackDocument
         * @description A sound track of a file; `role` is what it is there for.
         */
        TrackDocument: {
            /** Channels */
            channels: number;
            /** Codec */
            codec: string;
            /** Index */
            index: number;
            /** Is Default */
            is_default: boolean;
            /** Is Enabled */
            is_enabled: boolean;
            /** Is Original */
            is_original: boolean;
            /** Is Wanted */
            is_wanted: boolean;
            /** Language */
            language: string;
            /** Layout */
            layout: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "film" | "commentary" | "audio description" | "karaoke" | "isolated score";
            /** Title */
            title: string | null;
        };
        /**
         * TrackNamed
         * @description A track of a file, by its number in it.
         */
        TrackNamed: {
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            /** Index */
            index: number;
        };
        /**
         * TrailerDocument
         * @description A trailer to watch.
         */
        TrailerDocument: {
            /** Language */
            language?: string | null;
            /** Name */
            name?: string | null;
            /** Url */
            url: string;
        };
        /**
         * TriedFile
         * @description A file under a rule that is tried; `before` is what it wants without that.
         */
        TriedFile: {
            /** Before */
            before: number | null;
            /** Before Reason */
            before_reason: string | null;
            /** Container */
            container: string | null;
            /** Current */
            current: number[];
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            /**
             * Path
             * Format: path
             */
            path: string;
            /** Reason */
            reason: string | null;
            /** Said */
            said: components["schemas"]["ClauseDocument"][][];
            state: components["schemas"]["DefaultAudio"] | null;
            title: components["schemas"]["PlayedTitle"] | null;
            /** Tracks */
            tracks: components["schemas"]["TrackDocument"][];
            /** Wanted */
            wanted: number | null;
            /** Wanted Subtitle */
            wanted_subtitle: number | null;
        };
        /**
         * TypeArtwork
         * @description What a title has of a type, how many it should have, and who locked it.
         */
        TypeArtwork: {
            /** Candidates */
            candidates: number;
            /** Locked By */
            locked_by: string | null;
            /** Selected */
            selected: components["schemas"]["Selected"][];
            /** Type */
            type: string;
            /** Wanted */
            wanted: number;
        };
        /**
         * UndoPreview
         * @description What an undo would take back, and what it would leave alone.
         */
        UndoPreview: {
            /** Count */
            count: number;
            /** Refused */
            refused: components["schemas"]["RefusalDocument"][];
        };
        /**
         * UndoRequest
         * @description Which changes of a set to take back; none named: all of them.
         * @example {
         *       "changes": []
         *     }
         */
        UndoRequest: {
            /**
             * Changes
             * @default []
             */
            changes: string[];
        };
        /**
         * UnidentifiedPage
         * @description Titles that wait to be identified; `next` is the `after` of the next page, if any.
         */
        UnidentifiedPage: {
            /** Next */
            next: string | null;
            /** Titles */
            titles: components["schemas"]["UnidentifiedTitle"][];
            /** Total */
            total: number;
        };
        /**
         * UnidentifiedTitle
         * @description A title that nobody has identified, and what it may be.
         */
        UnidentifiedTitle: {
            /** Candidates */
            candidates: components["schemas"]["LikelyWork"][];
            /** Folder */
            folder: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["TitleKind"];
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            problem: components["schemas"]["ServiceProblem"] | null;
            /** Searched At */
            searched_at: string | null;
            /** Title */
            title: string;
            /** Year */
            year: number | null;
        };
        /**
         * UserDocument
         * @description Somebody who may sign in; `language` is what messages to them are in, English when null.
         */
        UserDocument: {
            /** Created At */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            language: components["schemas"]["Language"] | null;
            /** Name */
            name: string;
            /** Password Changed At */
            password_changed_at: string;
            role: components["schemas"]["Role"];
        };
        /**
         * UserPatch
         * @description What of a user is to be otherwise.
         * @example {
         *       "role": "operator"
         *     }
         */
        UserPatch: {
            language?: components["schemas"]["Language"] | null;
            role?: components["schemas"]["Role"] | null;
        };
        /**
         * Users
         * @description Everybody who may sign in, by name.
         */
        Users: {
            /** Users */
            users: components["schemas"]["UserDocument"][];
        };
        /**
         * VerificationDocument
         * @description One comparison with the disks; without an end, it is under way or was cut short.
         */
        VerificationDocument: {
            /** Altered */
            altered: number;
            /** Asked By */
            asked_by: string | null;
            /** Asked By Name */
            asked_by_name?: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Files */
            files: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Job Id */
            job_id: string | null;
            /** Left */
            left: number;
            /** Library Id */
            library_id: string | null;
            /** Missing */
            missing: number;
            /** Repairs */
            repairs: boolean;
            /** Restored */
            restored: number;
            /** Started At */
            started_at: string;
            /** Titles */
            titles: number;
        };
        /**
         * VerificationsPage
         * @description Comparisons with the disks, the newest first; `next` is the `before` of the next page.
         */
        VerificationsPage: {
            /** Next */
            next: string | null;
            /** Verifications */
            verifications: components["schemas"]["VerificationDocument"][];
        };
        /**
         * VerifiedFileDocument
         * @description A file that was not as it was published, and what became of it.
         */
        VerifiedFileDocument: {
            fate: components["schemas"]["Fate"];
            found: components["schemas"]["Found"];
            /**
             * Path
             * Format: path
             */
            path: string;
            /** Position */
            position: number;
            /** Reason */
            reason: string | null;
            /** Reason Facts */
            reason_facts: {
                [key: string]: unknown;
            } | null;
            /** Reason Key */
            reason_key: string | null;
            /** Title */
            title: string;
            /** Title Id */
            title_id: string | null;
            /** Type */
            type: string;
        };
        /**
         * VerifiedFilesPage
         * @description What a comparison found; `next` is the `after` of the next page, if any.
         */
        VerifiedFilesPage: {
            /** Files */
            files: components["schemas"]["VerifiedFileDocument"][];
            /** Next */
            next: number | null;
        };
        /**
         * VerifySent
         * @description What to compare with the disks, and whether to put right what is not.
         * @example {
         *       "repairs": true
         *     }
         */
        VerifySent: {
            /** Library Id */
            library_id?: string | null;
            /**
             * Reads Bytes
             * @default true
             */
            reads_bytes: boolean;
            /**
             * Repairs
             * @default true
             */
            repairs: boolean;
        };
        /**
         * VideoTrack
         * @description One moving picture; `index` counts among all tracks of the file, as ffprobe does.
         *
         *     `codec` is FFmpeg's name for it (`h264`, `hevc`, `av1`), `frame_rate` is in frames per second.
         */
        VideoTrack: {
            /** Bit Depth */
            bit_depth?: number | null;
            /** Bitrate */
            bitrate?: number | null;
            /** Codec */
            codec: string;
            /** Dolby Vision Profile */
            dolby_vision_profile?: number | null;
            /** Frame Rate */
            frame_rate?: number | null;
            /** @default SDR */
            hdr: components["schemas"]["HdrKind"];
            /**
             * Height
             * @default 0
             */
            height: number;
            /** Index */
            index: number;
            /**
             * Is Attached Picture
             * @default false
             */
            is_attached_picture: boolean;
            /**
             * Is Default
             * @default true
             */
            is_default: boolean;
            /**
             * Language
             * @default und
             */
            language: string;
            /** Language Written */
            language_written?: string | null;
            /** Level */
            level?: string | null;
            /** Profile */
            profile?: string | null;
            /** Title */
            title?: string | null;
            /**
             * Width
             * @default 0
             */
            width: number;
        };
        /**
         * Wanted
         * @description Which titles services are to be asked about; without `ids`, all that the filter means.
         */
        Wanted: {
            /** Ids */
            ids?: string[] | null;
        };
        /**
         * WantedTitles
         * @description How many titles services will be asked about, and by which job.
         */
        WantedTitles: {
            /**
             * Job Id
             * Format: uuid
             */
            job_id: string;
            /** Titles */
            titles: number;
        };
        /**
         * Watching
         * @description How a library's folders are watched: live, by scheduled scans only, or not at all.
         * @enum {string}
         */
        Watching: "live" | "scheduled" | "off";
        /**
         * When
         * @description When somebody is told.
         * @enum {string}
         */
        When: "now" | "after_quiet" | "in_digest" | "not";
        /**
         * Wish
         * @description When a user wants to hear of a kind of occurrences.
         * @enum {string}
         */
        Wish: "now" | "hourly" | "daily" | "off";
        /**
         * WishDocument
         * @description What holds of one kind of occurrences: what is wished, and when one of now would be told.
         */
        WishDocument: {
            kind: components["schemas"]["Kind"];
            /** Reason */
            reason: string;
            usual: components["schemas"]["Wish"];
            when: components["schemas"]["When"];
            wish: components["schemas"]["Wish"];
        };
        /**
         * Wishes
         * @description What a library wants of its pictures; what is not said is as usual.
         *
         *     `weights` are by part, all others by type; `minimum_sizes` are width and height in pixels.
         *     `language_orders` hold language tags and the words `preferred`, `original` and `textless`.
         * @example {
         *       "counts": {
         *         "fanart": 3
         *       },
         *       "language_orders": {
         *         "poster": [
         *           "textless"
         *         ]
         *       }
         *     }
         */
        Wishes: {
            /**
             * Counts
             * @default {}
             */
            counts: {
                [key: string]: number;
            };
            /** Keeps Local */
            keeps_local?: boolean | null;
            /**
             * Language Orders
             * @default {}
             */
            language_orders: {
                [key: string]: string[];
            };
            /**
             * Minimum Sizes
             * @default {}
             */
            minimum_sizes: {
                [key: string]: [
                    number,
                    number
                ];
            };
            /**
             * Weights
             * @default {}
             */
            weights: {
                [key: string]: number;
            };
        };
        /**
         * WishesDocument
         * @description What a user wants to hear, of all that their role may hear of; times are in their zone.
         */
        WishesDocument: {
            /** Daily At */
            daily_at: string;
            /** Kinds */
            kinds: components["schemas"]["WishDocument"][];
            /** Quiet From */
            quiet_from: string | null;
            /** Quiet Until */
            quiet_until: string | null;
            /** Zone */
            zone: string;
        };
        /**
         * WishesSent
         * @description What a user wants to hear; a kind that is not named keeps its usual wish.
         *
         *     Between `quiet_from` and `quiet_until` nothing comes; what is gathered by day comes at
         *     `daily_at`.
         * @example {
         *       "daily_at": "08:00",
         *       "kinds": {
         *         "file_faulty": "off",
         *         "import_finished": "now"
         *       },
         *       "quiet_from": "22:30",
         *       "quiet_until": "07:00",
         *       "zone": "Europe/Paris"
         *     }
         */
        WishesSent: {
            /**
             * Daily At
             * @default 08:00
             * @example 22:30
             */
            daily_at: string;
            /**
             * Kinds
             * @default {}
             */
            kinds: {
                [key: string]: components["schemas"]["Wish"];
            };
            /** Quiet From */
            quiet_from?: string | null;
            /** Quiet Until */
            quiet_until?: string | null;
            /**
             * Zone
             * @example Europe/Paris
             */
            zone: string;
        };
        /**
         * WorkerDocument
         * @description A process that runs jobs, `at_once` together at most.
         *
         *     `seen_at` is when it was last heard of; null where the server itself is the only one.
         */
        WorkerDocument: {
            /** At Once */
            at_once: number;
            /** Host */
            host: string;
            /** Name */
            name: string;
            /** Pid */
            pid: number;
            /** Running */
            running: number;
            /** Seen At */
            seen_at: string | null;
            /** Started At */
            started_at: string;
            /** Version */
            version: string;
        };
        /**
         * Workers
         * @description Every process that runs jobs, the one that started first before the others.
         */
        Workers: {
            /** Workers */
            workers: components["schemas"]["WorkerDocument"][];
        };
        /**
         * PersonDocument
         * @description Who asked for changes: a user's id and name, or a word without a name, as `schedule`.
         */
        maestrarr__core__changes__schemas__PersonDocument: {
            /** Id */
            id: string;
            /** Name */
            name: string | null;
        };
        /**
         * StepDocument
         * @description A part of a job that ended.
         */
        maestrarr__core__jobs__schemas__StepDocument: {
            /** Attempt */
            attempt: number;
            /** Ended At */
            ended_at: string;
            /** Name */
            name: string;
            /** Started At */
            started_at: string;
            status: components["schemas"]["Status"];
        };
        /**
         * PersonDocument
         * @description Somebody who made a title, and as what.
         */
        maestrarr__features__library__said__PersonDocument: {
            /** Job */
            job: string;
            /** Name */
            name: string;
            /** Portrait Url */
            portrait_url?: string | null;
            /** Role */
            role: string | null;
        };
        /**
         * StepDocument
         * @description A step, and how it was settled, if it was.
         */
        maestrarr__flows__onboarding__schemas__StepDocument: {
            name: components["schemas"]["Step"];
            outcome: components["schemas"]["Outcome"] | null;
            /** Settled At */
            settled_at: string | null;
        };
    };
    responses: never;
    parameters: {
        /** @description The `ETag` of the answer that the caller has. */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_cache_figures: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CacheFigures"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reject_candidate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                candidate_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_candidate_thumbnail: {
        parameters: {
            query?: {
                /** @description At most 320 or 640 pixels wide. */
                size?: components["schemas"]["ThumbnailSize"];
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                candidate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": unknown;
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_image: {
        parameters: {
            query?: {
                /** @description At most 320 or 640 pixels wide. */
                size?: components["schemas"]["ThumbnailSize"];
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": unknown;
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_rejections: {
        parameters: {
            query?: {
                after?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectionPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_rejection_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rejection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_rejected_thumbnail: {
        parameters: {
            query?: {
                /** @description At most 320 or 640 pixels wide. */
                size?: components["schemas"]["ThumbnailSize"];
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                rejection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": unknown;
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_audio_files: {
        parameters: {
            query?: {
                kind?: components["schemas"]["TitleKind"][];
                library?: string[];
                state?: components["schemas"]["TitleState"][];
                year_from?: number | null;
                year_to?: number | null;
                /** @description Such as Drama; any of several. */
                genre?: string[];
                resolution?: components["schemas"]["Resolution"][];
                hdr?: components["schemas"]["HdrKind"][];
                /** @description As the facets name them: hevc. */
                video_codec?: string[];
                /** @description As the facets name them: aac. */
                audio_codec?: string[];
                /** @description A language to hear: en. */
                audio_language?: string[];
                /** @description A language to read: fr. */
                subtitle_language?: string[];
                /** @description Where titles begin, as they are sorted: a. */
                letter?: string[];
                default_audio?: components["schemas"]["DefaultAudio"][];
                lacks?: ("poster" | "fanart" | "clearlogo" | "landscape" | "clearart" | "banner")[];
                has_faults?: boolean | null;
                locked?: boolean | null;
                monitored?: boolean | null;
                missing?: boolean | null;
                unpublished?: boolean | null;
                added_since?: string | null;
                size_from?: number | null;
                size_to?: number | null;
                file_state?: components["schemas"]["DefaultAudio"] | null;
                /** @description As the preview words it. */
                reason?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileAudioPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_audio: {
        parameters: {
            query?: {
                kind?: components["schemas"]["TitleKind"][];
                library?: string[];
                state?: components["schemas"]["TitleState"][];
                year_from?: number | null;
                year_to?: number | null;
                /** @description Such as Drama; any of several. */
                genre?: string[];
                resolution?: components["schemas"]["Resolution"][];
                hdr?: components["schemas"]["HdrKind"][];
                /** @description As the facets name them: hevc. */
                video_codec?: string[];
                /** @description As the facets name them: aac. */
                audio_codec?: string[];
                /** @description A language to hear: en. */
                audio_language?: string[];
                /** @description A language to read: fr. */
                subtitle_language?: string[];
                /** @description Where titles begin, as they are sorted: a. */
                letter?: string[];
                default_audio?: components["schemas"]["DefaultAudio"][];
                lacks?: ("poster" | "fanart" | "clearlogo" | "landscape" | "clearart" | "banner")[];
                has_faults?: boolean | null;
                locked?: boolean | null;
                monitored?: boolean | null;
                missing?: boolean | null;
                unpublished?: boolean | null;
                added_since?: string | null;
                size_from?: number | null;
                size_to?: number | null;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudioPreview"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_rules: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRule"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    order_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_rule: {
        parameters: {
            query?: {
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleTrial"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleOutcome"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_audit_entries: {
        parameters: {
            query?: {
                before?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntries"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_backups: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backups"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_backup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_backup: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupDocument"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_batches: {
        parameters: {
            query?: {
                status?: components["schemas"]["Status"][];
                /** @description Those that write nothing. */
                dry_run?: boolean | null;
                before?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchesPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_batch_statistics: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchStatistics"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_batch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchDocument"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_batch_files: {
        parameters: {
            query?: {
                status?: components["schemas"]["FileStatus"][];
                after?: number | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchFilesPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_change_sets: {
        parameters: {
            query?: {
                /** @description Such as `audio.fix`. */
                kind?: string[];
                /** @description Users' ids, or `schedule`. */
                asked_by?: string[];
                /** @description A file, or a folder with all below it. */
                file?: string | null;
                /** @description What the title of a set or a file holds. */
                words?: string | null;
                /** @description Taken back already, or not yet. */
                undone?: boolean | null;
                /** @description Sets that took others back. */
                undoes?: boolean | null;
                before?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeSetsPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_change_choices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeChoices"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_interrupted_changes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterruptedChanges"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismiss_interrupted_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_change_set: {
        parameters: {
            query?: {
                after?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                change_set_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeSetDetail"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undo_change_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_set_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UndoRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_set_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UndoRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoPreview"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clean_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_cleanup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForgottenDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_connections: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connections"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_connection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConnection"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discover_services: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundServices"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_connection_kinds: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Kinds"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    order_connections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connections"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    map_path: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PathTrial"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PathOutcome"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_connection_draft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionTrial"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_connection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionDocument"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_deliveries: {
        parameters: {
            query?: {
                /** @description Only of this connection. */
                connection?: string | null;
                /** @description Such as `radarr`. */
                kind?: string[];
                /** @description What became of them. */
                state?: components["schemas"]["State"][];
                before?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveriesPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_delivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetail"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replay_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    follow_events: {
        parameters: {
            query?: {
                /** @description Only these topics, named one by one, or in a row: `jobs,library`; there are `system` and `logs` too. When none is named, all but `logs`. */
                topics?: string[];
                /** @description As `Last-Event-ID`, for who cannot send that header. */
                after?: string | null;
            };
            header?: {
                /** @description The id of the last event that the caller has had. */
                "last-event-id"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_faults: {
        parameters: {
            query?: {
                library?: string | null;
                /** @description Such as `unreadable`. */
                kind?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultsPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_features: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureSettings"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_everything: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresDocument"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_file_audio: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilePlan"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fix_file_audio: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_folders: {
        parameters: {
            query?: {
                /** @description Which one. */
                path?: string | null;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderListing"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_jobs: {
        parameters: {
            query?: {
                status?: components["schemas"]["Status"][];
                /** @description Such as `library.scan`. */
                kind?: string[];
                /** @description A user's id, or a word such as `schedule`. */
                asked_by?: string | null;
                before?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobsPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    find_job: {
        parameters: {
            query: {
                /** @description An id, or an end of one: `9f3c21aa`. */
                name: string;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDetail"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_job_statistics: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobStatistics"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_job: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDetail"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    run_job_after: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobAfter"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    run_job_again: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_job_lines: {
        parameters: {
            query?: {
                severity?: components["schemas"]["Severity"][];
                after?: number;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogLines"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    run_job_now: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_libraries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Libraries"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_library: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLibrary"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_library: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryDocument"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_library: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_library: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LibraryPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_library_artwork: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectiveWishes"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_library_artwork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Wishes"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectiveWishes"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    select_library_artwork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_naming: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamingDocument"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_naming: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NamingSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamingDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_process: {
        parameters: {
            query?: {
                everything?: boolean;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    process: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ProcessRequest"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ScanRequest"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_log_entries: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                before?: string | null;
                /** @description The `newest` that is known. */
                after?: string | null;
                limit?: number;
                /** @description At least this grave. */
                level?: "debug" | "info" | "warning" | "error" | "critical";
                /** @description Only what these say: `jobs`. */
                component?: string[];
                /** @description Only entries in which this stands. */
                text?: string;
                /** @description From this moment on. */
                since?: string | null;
                /** @description Before this moment. */
                until?: string | null;
                /** @description Only of this request: X-Request-ID. */
                request_id?: string;
                /** @description Only of this job. */
                job_id?: string;
                /** @description Only of the request or the job of this id. */
                of?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_log: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": unknown;
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_metadata_status: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetadataStatus"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_candidate_poster: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                candidate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The poster. */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": unknown;
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_unidentified: {
        parameters: {
            query?: {
                after?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnidentifiedPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_notices: {
        parameters: {
            query?: {
                /** @description Whose, where the terminal asks: the name of a user. */
                user?: string | null;
                before?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notices"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_channels: {
        parameters: {
            query?: {
                /** @description Whose, where the terminal asks: the name of a user. */
                user?: string | null;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channels"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_channel: {
        parameters: {
            query?: {
                /** @description Whose, where the terminal asks: the name of a user. */
                user?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChannel"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_channel: {
        parameters: {
            query?: {
                /** @description Whose, where the terminal asks: the name of a user. */
                user?: string | null;
            };
            header?: never;
            path: {
                channel_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_channel: {
        parameters: {
            query?: {
                /** @description Whose, where the terminal asks: the name of a user. */
                user?: string | null;
            };
            header?: never;
            path: {
                channel_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_channel: {
        parameters: {
            query?: {
                /** @description Whose, where the terminal asks: the name of a user. */
                user?: string | null;
            };
            header?: never;
            path: {
                channel_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_wishes: {
        parameters: {
            query?: {
                /** @description Whose, where the terminal asks: the name of a user. */
                user?: string | null;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishesDocument"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keep_wishes: {
        parameters: {
            query?: {
                /** @description Whose, where the terminal asks: the name of a user. */
                user?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WishesSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishesDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_onboarding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnboardingDocument"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_roots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roots"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settle_step: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                step: components["schemas"]["Step"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Settlement"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnboardingDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_publications: {
        parameters: {
            query?: {
                title?: string | null;
                status?: components["schemas"]["PublicationStatus"][];
                before?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationsPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_titles: {
        parameters: {
            query?: {
                kind?: components["schemas"]["TitleKind"][];
                library?: string[];
                state?: components["schemas"]["TitleState"][];
                year_from?: number | null;
                year_to?: number | null;
                /** @description Such as Drama; any of several. */
                genre?: string[];
                resolution?: components["schemas"]["Resolution"][];
                hdr?: components["schemas"]["HdrKind"][];
                /** @description As the facets name them: hevc. */
                video_codec?: string[];
                /** @description As the facets name them: aac. */
                audio_codec?: string[];
                /** @description A language to hear: en. */
                audio_language?: string[];
                /** @description A language to read: fr. */
                subtitle_language?: string[];
                /** @description Where titles begin, as they are sorted: a. */
                letter?: string[];
                default_audio?: components["schemas"]["DefaultAudio"][];
                lacks?: ("poster" | "fanart" | "clearlogo" | "landscape" | "clearart" | "banner")[];
                has_faults?: boolean | null;
                locked?: boolean | null;
                monitored?: boolean | null;
                missing?: boolean | null;
                unpublished?: boolean | null;
                added_since?: string | null;
                size_from?: number | null;
                size_to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_publications: {
        parameters: {
            query?: {
                kind?: components["schemas"]["TitleKind"][];
                library?: string[];
                state?: components["schemas"]["TitleState"][];
                year_from?: number | null;
                year_to?: number | null;
                /** @description Such as Drama; any of several. */
                genre?: string[];
                resolution?: components["schemas"]["Resolution"][];
                hdr?: components["schemas"]["HdrKind"][];
                /** @description As the facets name them: hevc. */
                video_codec?: string[];
                /** @description As the facets name them: aac. */
                audio_codec?: string[];
                /** @description A language to hear: en. */
                audio_language?: string[];
                /** @description A language to read: fr. */
                subtitle_language?: string[];
                /** @description Where titles begin, as they are sorted: a. */
                letter?: string[];
                default_audio?: components["schemas"]["DefaultAudio"][];
                lacks?: ("poster" | "fanart" | "clearlogo" | "landscape" | "clearart" | "banner")[];
                has_faults?: boolean | null;
                locked?: boolean | null;
                monitored?: boolean | null;
                missing?: boolean | null;
                unpublished?: boolean | null;
                added_since?: string | null;
                size_from?: number | null;
                size_to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishPreview"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rebuild_publications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publication: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                publication_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationDetail"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_schedules: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedules"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchedulePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    run_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotate_secret_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["KeyRotation"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyRotated"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_caller: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallerDocument"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_other_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_settings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsList"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_settings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: {
                            [key: string]: components["schemas"]["JsonValue"];
                        };
                    };
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_changes: {
        parameters: {
            query?: {
                /** @description Only of these settings: `jobs`. */
                name?: string | null;
                before?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsHistory"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_settings: {
        parameters: {
            query?: {
                preview?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: components["schemas"]["JsonValue"];
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOutcome"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_settings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDocument"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsReset"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_setup: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupState"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Setup"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_titles: {
        parameters: {
            query?: {
                kind?: components["schemas"]["TitleKind"][];
                library?: string[];
                state?: components["schemas"]["TitleState"][];
                year_from?: number | null;
                year_to?: number | null;
                /** @description Such as Drama; any of several. */
                genre?: string[];
                resolution?: components["schemas"]["Resolution"][];
                hdr?: components["schemas"]["HdrKind"][];
                /** @description As the facets name them: hevc. */
                video_codec?: string[];
                /** @description As the facets name them: aac. */
                audio_codec?: string[];
                /** @description A language to hear: en. */
                audio_language?: string[];
                /** @description A language to read: fr. */
                subtitle_language?: string[];
                /** @description Where titles begin, as they are sorted: a. */
                letter?: string[];
                default_audio?: components["schemas"]["DefaultAudio"][];
                lacks?: ("poster" | "fanart" | "clearlogo" | "landscape" | "clearart" | "banner")[];
                has_faults?: boolean | null;
                locked?: boolean | null;
                monitored?: boolean | null;
                missing?: boolean | null;
                unpublished?: boolean | null;
                added_since?: string | null;
                size_from?: number | null;
                size_to?: number | null;
                sort?: "title" | "year" | "added" | "size";
                order?: "asc" | "desc";
                /** @description The `next` of the page before. */
                after?: string | null;
                /** @description Pass over so many; `after` is faster. */
                skip?: number;
                limit?: number;
                /** @description Named one by one, or in a row: `id,title`. */
                fields?: ("id" | "library_id" | "parent_id" | "kind" | "state" | "title" | "original_title" | "sort_title" | "year" | "season_number" | "episode_number" | "premiered" | "runtime_minutes" | "rating" | "certification" | "genres" | "tmdb_id" | "tvdb_id" | "imdb_id" | "plot" | "tagline" | "folder" | "is_monitored" | "locked_fields" | "added_at" | "changed_at" | "missing_since" | "size_bytes" | "default_audio" | "is_unpublished" | "picture_version")[];
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitlesPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    edit_titles: {
        parameters: {
            query?: {
                kind?: components["schemas"]["TitleKind"][];
                library?: string[];
                state?: components["schemas"]["TitleState"][];
                year_from?: number | null;
                year_to?: number | null;
                /** @description Such as Drama; any of several. */
                genre?: string[];
                resolution?: components["schemas"]["Resolution"][];
                hdr?: components["schemas"]["HdrKind"][];
                /** @description As the facets name them: hevc. */
                video_codec?: string[];
                /** @description As the facets name them: aac. */
                audio_codec?: string[];
                /** @description A language to hear: en. */
                audio_language?: string[];
                /** @description A language to read: fr. */
                subtitle_language?: string[];
                /** @description Where titles begin, as they are sorted: a. */
                letter?: string[];
                default_audio?: components["schemas"]["DefaultAudio"][];
                lacks?: ("poster" | "fanart" | "clearlogo" | "landscape" | "clearart" | "banner")[];
                has_faults?: boolean | null;
                locked?: boolean | null;
                monitored?: boolean | null;
                missing?: boolean | null;
                unpublished?: boolean | null;
                added_since?: string | null;
                size_from?: number | null;
                size_to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TitlesEdit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edited"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enrich_titles: {
        parameters: {
            query?: {
                kind?: components["schemas"]["TitleKind"][];
                library?: string[];
                state?: components["schemas"]["TitleState"][];
                year_from?: number | null;
                year_to?: number | null;
                /** @description Such as Drama; any of several. */
                genre?: string[];
                resolution?: components["schemas"]["Resolution"][];
                hdr?: components["schemas"]["HdrKind"][];
                /** @description As the facets name them: hevc. */
                video_codec?: string[];
                /** @description As the facets name them: aac. */
                audio_codec?: string[];
                /** @description A language to hear: en. */
                audio_language?: string[];
                /** @description A language to read: fr. */
                subtitle_language?: string[];
                /** @description Where titles begin, as they are sorted: a. */
                letter?: string[];
                default_audio?: components["schemas"]["DefaultAudio"][];
                lacks?: ("poster" | "fanart" | "clearlogo" | "landscape" | "clearart" | "banner")[];
                has_faults?: boolean | null;
                locked?: boolean | null;
                monitored?: boolean | null;
                missing?: boolean | null;
                unpublished?: boolean | null;
                added_since?: string | null;
                size_from?: number | null;
                size_to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Wanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WantedTitles"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_titles: {
        parameters: {
            query?: {
                kind?: components["schemas"]["TitleKind"][];
                library?: string[];
                state?: components["schemas"]["TitleState"][];
                year_from?: number | null;
                year_to?: number | null;
                /** @description Such as Drama; any of several. */
                genre?: string[];
                resolution?: components["schemas"]["Resolution"][];
                hdr?: components["schemas"]["HdrKind"][];
                /** @description As the facets name them: hevc. */
                video_codec?: string[];
                /** @description As the facets name them: aac. */
                audio_codec?: string[];
                /** @description A language to hear: en. */
                audio_language?: string[];
                /** @description A language to read: fr. */
                subtitle_language?: string[];
                /** @description Where titles begin, as they are sorted: a. */
                letter?: string[];
                default_audio?: components["schemas"]["DefaultAudio"][];
                lacks?: ("poster" | "fanart" | "clearlogo" | "landscape" | "clearart" | "banner")[];
                has_faults?: boolean | null;
                locked?: boolean | null;
                monitored?: boolean | null;
                missing?: boolean | null;
                unpublished?: boolean | null;
                added_since?: string | null;
                size_from?: number | null;
                size_to?: number | null;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facets"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    find_title: {
        parameters: {
            query: {
                /** @description `Dune`, or an id. */
                name: string;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleDetail"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_inventory: {
        parameters: {
            query?: {
                library?: string | null;
                title?: string | null;
                /** @description Only what lies in it. */
                folder?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    monitor_titles: {
        parameters: {
            query?: {
                kind?: components["schemas"]["TitleKind"][];
                library?: string[];
                state?: components["schemas"]["TitleState"][];
                year_from?: number | null;
                year_to?: number | null;
                /** @description Such as Drama; any of several. */
                genre?: string[];
                resolution?: components["schemas"]["Resolution"][];
                hdr?: components["schemas"]["HdrKind"][];
                /** @description As the facets name them: hevc. */
                video_codec?: string[];
                /** @description As the facets name them: aac. */
                audio_codec?: string[];
                /** @description A language to hear: en. */
                audio_language?: string[];
                /** @description A language to read: fr. */
                subtitle_language?: string[];
                /** @description Where titles begin, as they are sorted: a. */
                letter?: string[];
                default_audio?: components["schemas"]["DefaultAudio"][];
                lacks?: ("poster" | "fanart" | "clearlogo" | "landscape" | "clearart" | "banner")[];
                has_faults?: boolean | null;
                locked?: boolean | null;
                monitored?: boolean | null;
                missing?: boolean | null;
                unpublished?: boolean | null;
                added_since?: string | null;
                size_from?: number | null;
                size_to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Monitoring"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Monitored"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_titles: {
        parameters: {
            query: {
                kind?: components["schemas"]["TitleKind"][];
                library?: string[];
                state?: components["schemas"]["TitleState"][];
                year_from?: number | null;
                year_to?: number | null;
                /** @description Such as Drama; any of several. */
                genre?: string[];
                resolution?: components["schemas"]["Resolution"][];
                hdr?: components["schemas"]["HdrKind"][];
                /** @description As the facets name them: hevc. */
                video_codec?: string[];
                /** @description As the facets name them: aac. */
                audio_codec?: string[];
                /** @description A language to hear: en. */
                audio_language?: string[];
                /** @description A language to read: fr. */
                subtitle_language?: string[];
                /** @description Where titles begin, as they are sorted: a. */
                letter?: string[];
                default_audio?: components["schemas"]["DefaultAudio"][];
                lacks?: ("poster" | "fanart" | "clearlogo" | "landscape" | "clearart" | "banner")[];
                has_faults?: boolean | null;
                locked?: boolean | null;
                monitored?: boolean | null;
                missing?: boolean | null;
                unpublished?: boolean | null;
                added_since?: string | null;
                size_from?: number | null;
                size_to?: number | null;
                /** @description Words, or their beginnings: `ame pou`. */
                q: string;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundTitles"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_title: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleDetail"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_title: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TitlePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleDetail"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_title_artwork: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleArtwork"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discard_artwork_choices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    select_title_artwork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_artwork: {
        parameters: {
            query?: {
                number?: number;
                size?: components["schemas"]["Size"];
                /** @description As `picture_version` tells it. */
                version?: string | null;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                title_id: string;
                /** @description In Kodi's words: poster, fanart, clearlogo … */
                artwork_type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": unknown;
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_candidates: {
        parameters: {
            query?: {
                /** @description A tag, `textless` or `unknown`. */
                language?: string | null;
                /** @description Such as `tmdb`, `fanart` or `local`. */
                provider?: string | null;
                width_from?: number | null;
                after?: number;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                title_id: string;
                /** @description In Kodi's words: poster, fanart … */
                artwork_type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidatePage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lock_artwork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
                /** @description In Kodi's words: poster, fanart … */
                artwork_type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LockSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleArtwork"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pick_artwork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
                /** @description In Kodi's words: poster, fanart … */
                artwork_type: string;
                /** @description From 0 on. */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PickSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleArtwork"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_artwork_away: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
                /** @description In Kodi's words: poster, fanart … */
                artwork_type: string;
                /** @description From 0 on. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleArtwork"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_artwork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
                /** @description In Kodi's words: poster, fanart … */
                artwork_type: string;
                /** @description From 0 on. */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/*": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleArtwork"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_title_audio: {
        parameters: {
            query?: {
                after?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleAudio"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pin_track: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PinSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleAudio"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_pin_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleAudio"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_likely_works: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikelyWorks"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_likely_works: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSearch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikelyWorks"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    choose_work: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
                candidate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enrich_title: {
        parameters: {
            query?: {
                /** @description Take no answer that is kept. */
                fresh?: boolean;
            };
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    identify_title: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TitleIds"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleDetail"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_ids_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleDetail"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_title_metadata: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleMetadata"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_title_publication: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitlePublishing"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_title: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discard_changes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitlePublishing"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publish_plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishPlanDocument"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_title: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_title_subtitles: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleSubtitles"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extract_subtitles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ExtractSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetch_subtitle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FetchSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_subtitle_offers: {
        parameters: {
            query?: {
                /** @description Such as fr; else the settings say. */
                language?: string[] | null;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubtitleOffers"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetch_trailer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_tokens: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeToken"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_users: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Users"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_oneself: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDocument"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_oneself: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_own_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_all_tokens: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_user: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDocument"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sessions_of: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_sessions_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_token_for: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeToken"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_verifications: {
        parameters: {
            query?: {
                before?: string | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationsPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifySent"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_verification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                verification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationDocument"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_verified_files: {
        parameters: {
            query?: {
                found?: components["schemas"]["Found"][];
                after?: number | null;
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                verification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedFilesPage"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_senders: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Senders"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_sender_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderAddress"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_up_sender: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUp"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_workers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workers"];
                };
            };
            /** @description The caller has it as it is: `If-None-Match` named its `ETag`. */
            304: {
                headers: {
                    /** @description The name of this very answer. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive_report_by_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
